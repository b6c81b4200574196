package fr.tiers.kernel.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Finds the words for codes, in French or English. */
@ApplicationScoped
public class Texts {

    private static final String BUNDLE = "fr.tiers.web.messages";

    public String error(String code, List<Object> arguments, Locale locale) {
        return find("problem." + code, arguments, locale, code);
    }

    public String violation(String code, List<Object> arguments, Locale locale) {
        return find("violation." + code, arguments, locale, code);
    }

    public String status(int status, Locale locale) {
        return find("status." + status, List.of(), locale, String.valueOf(status));
    }

    /** Any other text; the key itself when there is none. */
    public String text(String key, List<Object> arguments, Locale locale) {
        return find(key, arguments, locale, key);
    }

    private static String find(String key, List<Object> arguments, Locale locale, String fallback) {
        try {
            var pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
            var words = arguments.stream().map(each -> word(each, locale)).toArray();
            return new MessageFormat(pattern, locale).format(words);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }

    /** A day is written as the user writes it; a value of an enumeration is said in the user's language: {@code access.action.EDIT} for {@code fr.tiers.access.Action.EDIT}. */
    private static Object word(Object argument, Locale locale) {
        if (argument instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(day);
        }
        if (!(argument instanceof Enum<?> value)) {
            return argument;
        }
        var type = value.getDeclaringClass();
        var feature = type.getPackageName().replaceFirst("^fr\\.tiers\\.", "");
        var key = feature + '.' + type.getSimpleName().toLowerCase(Locale.ROOT) + '.' + value.name();
        return find(key, List.of(), locale, value.name());
    }
}
