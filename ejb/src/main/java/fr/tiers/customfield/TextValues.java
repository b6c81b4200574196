package fr.tiers.customfield;

import fr.tiers.customfield.FieldValues.Wrong;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.RichText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Texts, addresses of mail and web, phone numbers. */
final class TextValues {

    private TextValues() {}

    static Object accept(FieldDefinition field, Object raw) {
        if (!(raw instanceof String text)) {
            throw new Wrong("wrong-type");
        }
        var value = text.strip();
        boolean lines = field.type() == FieldType.TEXT || field.type() == FieldType.HTML;
        int longest = lines ? Checks.MAX_LONG_TEXT : Checks.MAX_TEXT;
        if (field.max() != null && field.max().intValue() < longest) {
            longest = field.max().intValue();
        }
        var checks = new Checks().text("x", value, longest);
        switch (field.type()) {
            case EMAIL -> checks.email("x", value);
            case PHONE -> checks.phone("x", value);
            case URL -> {
                value = value.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? value : "https://" + value;
                checks.holds(isWebAddress(value), "x", "url-shape");
            }
            default -> {}
        }
        checks.violations().stream().findFirst().ifPresent(found -> {
            throw new Wrong(found.code(), found.arguments().toArray());
        });
        if (value.chars().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && !isUnicode(value)) {
            throw new Wrong("control-character");
        }
        if (field.min() != null && value.length() < field.min().intValue()) {
            throw new Wrong("too-short", field.min());
        }
        if (field.pattern() != null && !Patterns.matches(field.pattern(), value)) {
            throw new Wrong("pattern-mismatch");
        }
        return value;
    }

    /** Length and pattern are those of the words that one reads. */
    static Object rich(FieldDefinition field, Object raw) {
        if (!(raw instanceof String html)) {
            throw new Wrong("wrong-type");
        }
        if (html.length() > Checks.MAX_LONG_TEXT) {
            throw new Wrong("too-long", Checks.MAX_LONG_TEXT);
        }
        if (html.indexOf('\0') >= 0) {
            throw new Wrong("control-character");
        }
        var clean = RichText.clean(html);
        if (clean == null) {
            return null;
        }
        accept(field, RichText.plain(clean));
        return clean;
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return Set.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
