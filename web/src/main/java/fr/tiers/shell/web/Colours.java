package fr.tiers.shell.web;

/** The colours that administrators give to types and tags, as the theme knows them. */
public final class Colours {

    private Colours() {}

    /** @return the kind of pill that wears a colour */
    public static String pill(String colour) {
        return switch (colour == null ? "" : colour) {
            case "blue" -> "info";
            case "green" -> "success";
            case "orange" -> "warning";
            case "red" -> "danger";
            case "purple", "teal" -> colour;
            default -> "neutral";
        };
    }
}
