package fr.tiers.customfield;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Values as {@link FieldValues#text} wrote them into the history. */
final class FieldTexts {

    private FieldTexts() {}

    /** @return the text itself where the field was of another type when it was written */
    static Object parsed(FieldDefinition field, String text) {
        try {
            return switch (field.type()) {
                case INTEGER, DURATION, RATING -> Long.valueOf(text);
                case DECIMAL -> number(text);
                case COMPUTED -> text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?") ? number(text) : text;
                case AMOUNT -> amount(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case GPS -> place(text);
                case LINK -> key(field, text);
                case MULTI_LINK -> Stream.of(text.split(", "))
                        .map(each -> key(field, each))
                        .toList();
                case MULTI_SELECT -> Stream.of(text.split(", ")).toList();
                default -> text;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** As {@link FieldJson} reads numbers. */
    private static Object number(String text) {
        return text.indexOf('.') < 0 ? (Object) Long.valueOf(text) : new BigDecimal(text);
    }

    private static Object key(FieldDefinition field, String text) {
        return "USER".equals(field.target()) ? text : (Object) Long.valueOf(text);
    }

    private static Map<String, Object> amount(String text) {
        var value = new LinkedHashMap<String, Object>();
        int space = text.indexOf(' ');
        value.put("amount", number(space < 0 ? text : text.substring(0, space)));
        value.put("currency", space < 0 ? "EUR" : text.substring(space + 1));
        return value;
    }

    private static Object place(String text) {
        var parts = text.split(", ");
        if (parts.length != 2) {
            return text;
        }
        var value = new LinkedHashMap<String, Object>();
        value.put("latitude", number(parts[0]));
        value.put("longitude", number(parts[1]));
        return value;
    }
}
