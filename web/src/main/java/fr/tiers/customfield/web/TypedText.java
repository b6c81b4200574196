package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldType;
import fr.tiers.shell.web.Formats;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Between a value and what one types for it. */
final class TypedText {

    private static final Pattern HOURS = Pattern.compile("\\s*(\\d{1,6})\\s*[:hH]\\s*(\\d{1,2})?\\s*");

    private TypedText() {}

    static String of(FieldType type, Object value) {
        return switch (type) {
            case AMOUNT -> value instanceof Map<?, ?> amount ? comma(amount.get("amount")) : CustomFields.text(value);
            case DECIMAL -> comma(value);
            case DATETIME -> local(value.toString());
            case DURATION -> value instanceof Number minutes
                    ? minutes.longValue() / 60 + ":" + "%02d".formatted(minutes.longValue() % 60)
                    : CustomFields.text(value);
            default -> CustomFields.text(value);
        };
    }

    private static String comma(Object number) {
        return CustomFields.text(number).replace('.', ',');
    }

    private static String local(String iso) {
        try {
            return LocalDateTime.ofInstant(Instant.parse(iso), Formats.ZONE)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** As the check of values reads it. */
    static Object read(FieldType type, String text, String currency) {
        return switch (type) {
            case AMOUNT -> amount(text, currency);
            case DATETIME -> moment(text);
            case DURATION -> minutes(text);
            default -> text;
        };
    }

    private static Object amount(String text, String currency) {
        var amount = new LinkedHashMap<String, Object>();
        amount.put("amount", text);
        amount.put(
                "currency",
                currency == null || currency.isBlank()
                        ? "EUR"
                        : currency.strip().toUpperCase(Locale.ROOT));
        return amount;
    }

    private static Object moment(String text) {
        try {
            return LocalDateTime.parse(text.strip())
                    .atZone(Formats.ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** 90, 1:30 and 1 h 30 are the same. */
    private static Object minutes(String text) {
        var match = HOURS.matcher(text);
        if (!match.matches()) {
            return text;
        }
        var rest = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return Long.parseLong(match.group(1)) * 60 + rest;
    }
}
