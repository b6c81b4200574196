package fr.tiers.numbering;

import fr.tiers.kernel.BusinessException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a code looks. Between free text stand tokens in braces:
 *
 * <ul>
 *   <li>{@code {000}} the counter, padded to as many digits as there are zeros (at least 3); {@code {0000+100}} starts above 100;
 *       {@code {0000@1}} starts again each January ({@code @2} to {@code @12}: in that month), {@code @0} or {@code @=} with the fiscal
 *       year, {@code @+} and {@code @-} too, the year shown being that in which the fiscal year ends or begins, {@code @99} each month
 *   <li>{@code {ccc000}} a counter of its own for each beginning of a name, after these letters
 *   <li>{@code {yyyy}}, {@code {yy}}, {@code {y}}, {@code {mm}}, {@code {dd}} the date
 *   <li>{@code {ccc}}, {@code {ttt}}, {@code {uuu}}, {@code {eee}} the first letters of the name, of the type's code, of the user's login,
 *       of the company's code; as many as the token is long, missing ones as {@code #}
 *   <li>{@code {XXX-n}} n characters that are free in a code given by hand, {@code #} in one that is generated
 * </ul>
 *
 * Each may be written in French ({@link #FRENCH}). A counter that starts again must have the year (and, when it does so within a year,
 * the month) in the mask, or codes would repeat.
 */
public final class Mask {

    private static final Map<String, String> FRENCH = Map.ofEntries(
            Map.entry("compteur", "000000"),
            Map.entry("aaaa", "yyyy"),
            Map.entry("année", "yyyy"),
            Map.entry("annee", "yyyy"),
            Map.entry("aa", "yy"),
            Map.entry("a", "y"),
            Map.entry("mois", "mm"),
            Map.entry("jj", "dd"),
            Map.entry("jour", "dd"),
            Map.entry("client", "ccc"),
            Map.entry("nom", "ccc"),
            Map.entry("type", "ttt"),
            Map.entry("utilisateur", "uuu"),
            Map.entry("société", "eee"),
            Map.entry("societe", "eee"));

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COUNTER = Pattern.compile("(c{0,10})(0+)(?:\\+(\\d{1,9}))?(?:@(\\d{1,2}|[=+-]))?");
    private static final Pattern FREE = Pattern.compile("X{1,10}-([1-9]|10)");
    private static final int EVERY_MONTH = 99;
    private static final int NO_RESET = -1;
    /** What a tier's code may be long. */
    private static final int LONGEST_CODE = 32;

    /** Which year the mask shows when the counter follows the fiscal year. */
    private enum Year {
        CALENDAR,
        FISCAL_START,
        FISCAL_END
    }

    private final String text;
    private final String letters;
    private final int digits;
    private final long offset;
    private final int resetMonth;
    private final Year year;

    private Mask(String text, String letters, int digits, long offset, int resetMonth, Year year) {
        this.text = text;
        this.letters = letters;
        this.digits = digits;
        this.offset = offset;
        this.resetMonth = resetMonth;
        this.year = year;
    }

    /**
     * What letters in a code are taken from; null for none.
     *
     * @param name of the tier
     * @param type code of its first type
     * @param user login of whoever saves
     * @param company code of our company
     */
    public record Letters(String name, String type, String user, String company) {

        public static final Letters NONE = new Letters(null, null, null, null);
    }

    /** As {@link #parse(String, int)}, the fiscal year beginning in January. */
    public static Mask parse(String text) {
        return parse(text, 1);
    }

    /**
     * @param fiscalMonth in which the fiscal year begins
     * @throws BusinessException INVALID on {@code mask}, with a code that says what is wrong
     */
    public static Mask parse(String text, int fiscalMonth) {
        if (text == null || text.isBlank() || text.length() > 64) {
            throw wrong("mask-length");
        }
        var around = TOKEN.matcher(text).replaceAll("");
        if (around.matches("(?s).*[{}\\s\\p{Cntrl}].*")) {
            throw wrong("mask-braces");
        }
        if (!around.matches("[\\p{L}\\p{N}#._/-]*") || text.matches("[._/-].*")) {
            throw wrong("mask-text");
        }
        Mask mask = null;
        var others = new ArrayList<String>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var token = plain(tokens.group(1));
            var counter = COUNTER.matcher(token);
            if (counter.matches()) {
                if (mask != null) {
                    throw wrong("mask-two-counters");
                }
                mask = withCounter(text, counter, fiscalMonth);
            } else if (token.matches("y{1,2}|yyyy|mm|dd|c{1,10}|t{1,10}|u{1,10}|e{1,10}")
                    || FREE.matcher(token).matches()) {
                others.add(token);
            } else {
                throw wrong("mask-unknown-token", '{' + tokens.group(1) + '}');
            }
        }
        if (mask == null) {
            throw wrong("mask-no-counter");
        }
        mask.requirePeriodShown(others);
        if (mask.format(mask.offset + 1, LocalDate.EPOCH, Letters.NONE).length() > LONGEST_CODE) {
            throw wrong("mask-text");
        }
        return mask;
    }

    private static String plain(String token) {
        var lower = token.toLowerCase(Locale.ROOT);
        return lower.startsWith("libre-") ? "XXX" + lower.substring(5) : FRENCH.getOrDefault(lower, token);
    }

    private static Mask withCounter(String text, Matcher counter, int fiscalMonth) {
        int digits = counter.group(2).length();
        if (digits < 3) {
            throw wrong("mask-counter-too-short");
        }
        long offset = counter.group(3) == null ? 0 : Long.parseLong(counter.group(3));
        var reset = counter.group(4);
        var year = "+".equals(reset) ? Year.FISCAL_END : "-".equals(reset) ? Year.FISCAL_START : Year.CALENDAR;
        int month = NO_RESET;
        if (reset != null) {
            month = Set.of("=", "+", "-", "0", "00").contains(reset) ? fiscalMonth : Integer.parseInt(reset);
        }
        if (month > 12 && month != EVERY_MONTH) {
            throw wrong("mask-reset-month", month);
        }
        return new Mask(text, counter.group(1), digits, offset, month, year);
    }

    private void requirePeriodShown(List<String> tokens) {
        if (resetMonth == NO_RESET) {
            return;
        }
        if (tokens.contains("y")) {
            throw wrong("mask-year-one-digit");
        }
        boolean yearShown = tokens.contains("yyyy") || tokens.contains("yy");
        boolean withinYear = resetMonth > 1 && year == Year.CALENDAR;
        if (!yearShown || withinYear && !tokens.contains("mm")) {
            throw wrong("mask-reset-without-date");
        }
    }

    /** @return the period whose counter counts on that day; empty when the counter never starts again */
    public String period(LocalDate day) {
        if (resetMonth == NO_RESET) {
            return "";
        }
        if (resetMonth == EVERY_MONTH) {
            return "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
        }
        return String.valueOf(firstYear(day));
    }

    /** In which the period of that day began. */
    private int firstYear(LocalDate day) {
        return day.getMonthValue() >= resetMonth ? day.getYear() : day.getYear() - 1;
    }

    private int shownYear(LocalDate day) {
        return switch (year) {
            case CALENDAR -> day.getYear();
            case FISCAL_START -> firstYear(day);
            case FISCAL_END -> resetMonth == 1 ? firstYear(day) : firstYear(day) + 1;
        };
    }

    /** @return the letters that have a counter of their own; empty when all count together */
    public String counterLetters(Letters from) {
        return letters.isEmpty() ? "" : letters(from.name(), letters.length());
    }

    /** What the first number of a period is counted from. */
    public long offset() {
        return offset;
    }

    /** @param number the counter's value */
    public String format(long number, LocalDate day, Letters from) {
        var tokens = TOKEN.matcher(text);
        return tokens.replaceAll(match -> Matcher.quoteReplacement(value(plain(match.group(1)), number, day, from)));
    }

    private String value(String token, long number, LocalDate day, Letters from) {
        var free = FREE.matcher(token);
        if (free.matches()) {
            return "#".repeat(Integer.parseInt(free.group(1)));
        }
        return switch (token) {
            case "yyyy" -> "%04d".formatted(shownYear(day));
            case "yy" -> "%02d".formatted(shownYear(day) % 100);
            case "y" -> String.valueOf(shownYear(day) % 10);
            case "mm" -> "%02d".formatted(day.getMonthValue());
            case "dd" -> "%02d".formatted(day.getDayOfMonth());
            default -> letterOrCounter(token, number, from);
        };
    }

    private String letterOrCounter(String token, long number, Letters from) {
        if (token.indexOf('0') >= 0) {
            return counterLetters(from) + ("%0" + digits + "d").formatted(number);
        }
        var source =
                switch (token.charAt(0)) {
                    case 'c' -> from.name();
                    case 't' -> from.type();
                    case 'u' -> from.user();
                    default -> from.company();
                };
        return letters(source, token.length());
    }

    /** Whether a code given by hand has the shape of this mask: digits where it counts or dates, letters where it takes some. */
    public boolean admits(String code) {
        var pattern = new StringBuilder();
        var tokens = TOKEN.matcher(text);
        int from = 0;
        while (tokens.find()) {
            pattern.append(Pattern.quote(text.substring(from, tokens.start()))).append(shape(plain(tokens.group(1))));
            from = tokens.end();
        }
        return code.matches(pattern.append(Pattern.quote(text.substring(from))).toString());
    }

    private String shape(String token) {
        var free = FREE.matcher(token);
        if (free.matches()) {
            return "[\\p{L}\\p{N}#._/-]{" + free.group(1) + '}';
        }
        if (token.indexOf('0') >= 0) {
            return "[A-Z0-9#]{" + letters.length() + "}\\d{" + digits + ",18}";
        }
        return Set.of('y', 'm', 'd').contains(token.charAt(0))
                ? "\\d{" + token.length() + '}'
                : "[A-Z0-9#]{" + token.length() + '}';
    }

    private static String letters(String text, int count) {
        var plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "");
        return (plain.toUpperCase(Locale.ROOT) + "#".repeat(count)).substring(0, count);
    }

    @Override
    public String toString() {
        return text;
    }

    private static BusinessException wrong(String code, Object... arguments) {
        return BusinessException.invalid("mask", code, arguments);
    }
}
