package fr.tiers.address.site;

import java.time.ZoneId;
import java.util.Map;

/** Where public holidays, and the time on the clock, differ within France. */
public enum HolidayRegion {
    METROPOLE("Europe/Paris"),
    ALSACE_MOSELLE("Europe/Paris"),
    GUADELOUPE("America/Guadeloupe"),
    MARTINIQUE("America/Martinique"),
    GUYANE("America/Cayenne"),
    REUNION("Indian/Reunion"),
    MAYOTTE("Indian/Mayotte"),
    SAINT_PIERRE_ET_MIQUELON("America/Miquelon"),
    SAINT_BARTHELEMY("America/St_Barthelemy"),
    SAINT_MARTIN("America/Marigot");

    private static final Map<String, HolidayRegion> BY_COUNTRY = Map.of(
            "GP", GUADELOUPE,
            "MQ", MARTINIQUE,
            "GF", GUYANE,
            "RE", REUNION,
            "YT", MAYOTTE,
            "PM", SAINT_PIERRE_ET_MIQUELON,
            "BL", SAINT_BARTHELEMY,
            "MF", SAINT_MARTIN);

    private final ZoneId zone;

    HolidayRegion(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** @return null outside of France */
    public static HolidayRegion of(String country, String postalCode) {
        if (!"FR".equals(country)) {
            return BY_COUNTRY.get(country);
        }
        var code = postalCode == null ? "" : postalCode;
        if (code.equals("97133")) {
            return SAINT_BARTHELEMY;
        } else if (code.equals("97150")) {
            return SAINT_MARTIN;
        }
        return switch (code.substring(0, Math.min(3, code.length()))) {
            case "971" -> GUADELOUPE;
            case "972" -> MARTINIQUE;
            case "973" -> GUYANE;
            case "974" -> REUNION;
            case "975" -> SAINT_PIERRE_ET_MIQUELON;
            case "976" -> MAYOTTE;
            default -> code.matches("(57|67|68).*") ? ALSACE_MOSELLE : METROPOLE;
        };
    }
}
