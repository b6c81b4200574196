package fr.tiers.numbering;

import fr.tiers.kernel.BusinessException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a code looks. Between free text stand tokens in braces:
 *
 * <ul>
 *   <li>{@code {000}} the counter, padded to as many digits as there are zeros (at least 3); {@code {0000+100}} starts above 100;
 *       {@code {0000@1}} starts again each January, {@code @99} each month
 *   <li>{@code {yyyy}}, {@code {yy}}, {@code {mm}}, {@code {dd}} the date
 *   <li>{@code {ccc}} the first letters of the name, as many as there are c, missing ones as {@code #}
 *   <li>{@code {ttt}} the first letters of the type's code
 * </ul>
 *
 * A counter that starts again must have the year (and, unless it restarts in January, the month) in the mask, or codes would repeat.
 */
public final class Mask {

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COUNTER = Pattern.compile("(0+)(?:\\+(\\d{1,9}))?(?:@(\\d{1,2}))?");
    private static final int EVERY_MONTH = 99;
    private static final int NO_RESET = 0;
    /** What a tier's code may be long. */
    private static final int LONGEST_CODE = 32;

    private final String text;
    private final int digits;
    private final long offset;
    private final int resetMonth;

    private Mask(String text, int digits, long offset, int resetMonth) {
        this.text = text;
        this.digits = digits;
        this.offset = offset;
        this.resetMonth = resetMonth;
    }

    /** @throws BusinessException INVALID on {@code mask}, with a code that says what is wrong */
    public static Mask parse(String text) {
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
            var token = tokens.group(1);
            var counter = COUNTER.matcher(token);
            if (counter.matches()) {
                if (mask != null) {
                    throw wrong("mask-two-counters");
                }
                mask = withCounter(text, counter.group(1).length(), counter.group(2), counter.group(3));
            } else if (token.matches("yyyy|yy|mm|dd|c{1,10}|t{1,10}")) {
                others.add(token);
            } else {
                throw wrong("mask-unknown-token", '{' + token + '}');
            }
        }
        if (mask == null) {
            throw wrong("mask-no-counter");
        }
        mask.requirePeriodShown(others);
        if (mask.format(mask.offset + 1, LocalDate.EPOCH, null, null).length() > LONGEST_CODE) {
            throw wrong("mask-text");
        }
        return mask;
    }

    private static Mask withCounter(String text, int digits, String offset, String reset) {
        if (digits < 3) {
            throw wrong("mask-counter-too-short");
        }
        int month = reset == null ? NO_RESET : Integer.parseInt(reset);
        if (month > 12 && month != EVERY_MONTH) {
            throw wrong("mask-reset-month", month);
        }
        return new Mask(text, digits, offset == null ? 0 : Long.parseLong(offset), month);
    }

    private void requirePeriodShown(List<String> tokens) {
        boolean year = tokens.contains("yyyy") || tokens.contains("yy");
        if (resetMonth != NO_RESET && !year || resetMonth > 1 && !tokens.contains("mm")) {
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
        return String.valueOf(day.getMonthValue() >= resetMonth ? day.getYear() : day.getYear() - 1);
    }

    /** What the first number of a period is counted from. */
    public long offset() {
        return offset;
    }

    /**
     * @param number the counter's value
     * @param name whose first letters {@code {ccc}} takes; null for none
     * @param type whose first letters {@code {ttt}} takes; null for none
     */
    public String format(long number, LocalDate day, String name, String type) {
        var tokens = TOKEN.matcher(text);
        return tokens.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), number, day, name, type)));
    }

    private String value(String token, long number, LocalDate day, String name, String type) {
        return switch (token) {
            case "yyyy" -> "%04d".formatted(day.getYear());
            case "yy" -> "%02d".formatted(day.getYear() % 100);
            case "mm" -> "%02d".formatted(day.getMonthValue());
            case "dd" -> "%02d".formatted(day.getDayOfMonth());
            default -> switch (token.charAt(0)) {
                case 'c' -> letters(name, token.length());
                case 't' -> letters(type, token.length());
                default -> ("%0" + digits + "d").formatted(number);
            };
        };
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
