package fr.tiers.kernel.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
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
            return new MessageFormat(pattern, locale).format(arguments.toArray());
        } catch (MissingResourceException e) {
            return fallback;
        }
    }
}
