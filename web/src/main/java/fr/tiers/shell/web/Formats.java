package fr.tiers.shell.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** How dates, amounts, numbers and identifiers look on the screen. Day before month in every language, by choice. */
public final class Formats {

    /** Where the people work; instants in the database are UTC. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** No-break space between the groups of an identifier; amounts take the narrow one, as French typography wants. */
    static final String SPACE = "\u00a0";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Locale locale;

    public Formats(Locale locale) {
        this.locale = Objects.requireNonNull(locale, "locale");
    }

    public String date(TemporalAccessor value) {
        return DATE.format(local(value));
    }

    /** A value without a time of day is shown as the date it is. */
    public String dateTime(TemporalAccessor value) {
        TemporalAccessor local = local(value);
        return (local.isSupported(ChronoField.HOUR_OF_DAY) ? DATE_TIME : DATE).format(local);
    }

    public String amount(Number value, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(value);
    }

    public String number(Number value) {
        return NumberFormat.getNumberInstance(locale).format(value);
    }

    /** SIREN {@code 732 829 320} or SIRET {@code 732 829 320 00074}; anything else unchanged. */
    public static String siren(String value) {
        String digits = value == null ? "" : value.replaceAll("\\s", "");
        if (!digits.matches("\\d{9}(\\d{5})?")) {
            return Objects.requireNonNullElse(value, "");
        }
        String groups = String.join(SPACE, digits.substring(0, 3), digits.substring(3, 6), digits.substring(6, 9));
        return digits.length() == 9 ? groups : groups + SPACE + digits.substring(9);
    }

    /** French numbers as people read them aloud, {@code 06 12 34 56 78}; foreign ones as they were stored. */
    public static String phone(String value) {
        String national = national(value);
        return national == null
                ? Objects.requireNonNullElse(value, "")
                : national.replaceAll("(\\d{2})(?=\\d)", "$1" + SPACE);
    }

    /** The address behind click-to-call. */
    public static String phoneLink(String value) {
        if (value == null || value.isBlank()) {
            return "";
        }
        String digits = digits(value);
        return "tel:" + (digits.matches("0[1-9]\\d{8}") ? "+33" + digits.substring(1) : digits);
    }

    public static String initials(String name) {
        String[] words = name == null ? new String[0] : name.strip().split("[\\s.@_-]+");
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < words.length && i < 2; i++) {
            words[i].codePoints().limit(1).forEach(initials::appendCodePoint);
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }

    static LocalDate day(TemporalAccessor value) {
        return LocalDate.from(local(value));
    }

    private static TemporalAccessor local(TemporalAccessor value) {
        return value instanceof Instant instant ? instant.atZone(ZONE) : value;
    }

    /** Ten digits for mainland France and the overseas departments, null for anything else. */
    private static String national(String value) {
        if (value == null) {
            return null;
        }
        String digits = digits(value).replaceFirst("^\\+(33|262|590|594|596)0?(?=[1-9]\\d{8}$)", "0");
        return digits.matches("0[1-9]\\d{8}") ? digits : null;
    }

    private static String digits(String value) {
        return value.replaceAll("[\\s.\\-()\\u202f\\u00a0]", "").replaceFirst("^00", "+");
    }
}
