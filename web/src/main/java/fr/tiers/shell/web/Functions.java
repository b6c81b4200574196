package fr.tiers.shell.web;

import fr.tiers.kernel.RichText;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What the pages call as {@code t:…()}: the formats of {@link Formats} in the language of the page. */
public final class Functions {

    private static final String BUNDLE = "fr.tiers.web.messages";
    private static final Clock CLOCK = Clock.system(Formats.ZONE);

    private Functions() {}

    public static String date(Object value) {
        return value == null ? "" : formats().date((TemporalAccessor) value);
    }

    public static String dateTime(Object value) {
        return value == null ? "" : formats().dateTime((TemporalAccessor) value);
    }

    /** For the {@code datetime} attribute of {@code <time>}. */
    public static String isoDate(Object value) {
        return value == null ? "" : value.toString();
    }

    public static String ago(Object value) {
        return value == null ? "" : new RelativeTime(bundle(), formats(), CLOCK).of((TemporalAccessor) value);
    }

    /** An amount in euros. */
    public static String amount(Number value) {
        return money(value, "EUR");
    }

    public static String money(Number value, String currency) {
        return value == null ? "" : formats().amount(value, currency);
    }

    public static String number(Number value) {
        return value == null ? "" : formats().number(value);
    }

    /** SIREN or SIRET, grouped. */
    public static String siren(String value) {
        return Formats.siren(value);
    }

    public static String phone(String value) {
        return Formats.phone(value);
    }

    public static String phoneLink(String value) {
        return Formats.phoneLink(value);
    }

    public static String initials(String name) {
        return Formats.initials(name);
    }

    /** Text with formatting, cleaned: to be drawn without escaping. */
    public static String rich(String html) {
        var clean = RichText.clean(html);
        return clean == null ? "" : clean;
    }

    /** The text of what is formatted. */
    public static String plain(String html) {
        return RichText.plain(html);
    }

    /** One of eight quiet colours, always the same for the same name. */
    public static int hue(String name) {
        return name == null ? 0 : Math.floorMod(name.hashCode(), 8);
    }

    /** A message whose key is put together at run time: {@code t:text('tier.type.'.concat(type))}. */
    public static String text(String key) {
        try {
            return bundle().getString(key);
        } catch (MissingResourceException e) {
            return "???" + key + "???";
        }
    }

    /** Blanks before the name of a node in a list that shows a tree. */
    public static String indent(int depth) {
        return "\u2003".repeat(depth);
    }

    /** Addresses, names … one after the other. */
    public static String join(Collection<?> values) {
        return values == null ? "" : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** INFO, WARN, ERROR or FATAL: class and key of a notice. */
    public static String severity(FacesMessage message) {
        return message.getSeverity().toString().split(" ")[0];
    }

    public static String text1(String key, Object argument) {
        return format(key, argument);
    }

    public static String text2(String key, Object first, Object second) {
        return format(key, first, second);
    }

    private static String format(String key, Object... arguments) {
        return new MessageFormat(text(key), locale()).format(arguments);
    }

    /** Of the page: fr or en. */
    public static String language() {
        return locale().getLanguage();
    }

    private static Formats formats() {
        return new Formats(locale());
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, locale(), Functions.class.getClassLoader());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
