package fr.tiers.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Reads fields of the directory's answer that may be missing, null, masked or of another type than promised. */
final class Fields {

    /** Both marks of partial diffusion, and a registry clerk's way to say "none". */
    private static final Set<String> NOTHING = Set.of("[NON-DIFFUSIBLE]", "[ND]", "SUPPRESSION DU NOM COMMERCIAL");

    /** INSEE's mark of an unknown date. */
    private static final LocalDate UNKNOWN = LocalDate.of(1900, 1, 1);

    private Fields() {}

    /** @return null for missing, empty and masked */
    static String text(JsonNode node, String field) {
        var value = node.path(field);
        var text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return text.isEmpty() || NOTHING.contains(text) ? null : text;
    }

    static String firstText(JsonNode list) {
        for (var value : list) {
            var text = value.isNull() ? "" : value.asText().strip();
            if (!text.isEmpty() && !NOTHING.contains(text)) {
                return text;
            }
        }
        return null;
    }

    static LocalDate date(JsonNode node, String field) {
        var text = text(node, field);
        if (text == null || text.length() < 10) {
            return null;
        }
        try {
            var date = LocalDate.parse(text.substring(0, 10));
            return date.equals(UNKNOWN) ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return null unless a finite number between the limits; coordinates come as text */
    static Double number(JsonNode node, String field, double limit) {
        var text = text(node, field);
        try {
            var number = text == null ? Double.NaN : Double.parseDouble(text);
            return Math.abs(number) <= limit ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
