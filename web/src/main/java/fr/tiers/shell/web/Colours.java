package fr.tiers.shell.web;

import java.util.List;

/** The colours that administrators give to types and tags, as the theme knows them. */
public final class Colours {

    /** What an administrator chooses from. */
    public static final List<String> NAMES = List.of("grey", "blue", "green", "orange", "red", "purple", "teal");

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
