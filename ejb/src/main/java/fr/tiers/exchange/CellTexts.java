package fr.tiers.exchange;

import fr.tiers.kernel.ClockProducer;
import fr.tiers.tier.identity.Siren;
import fr.tiers.tier.identity.Siret;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** Numbers and dates as French and English spreadsheets write them, and the zeros that spreadsheets drop. */
final class CellTexts {

    private static final int LONGEST_NUMBER = 40;
    private static final List<DateTimeFormatter> DATES =
            formats("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "uuuuMMdd");
    private static final List<DateTimeFormatter> MOMENTS = formats(
            "uuuu-MM-dd'T'HH:mm[:ss]",
            "uuuu-MM-dd HH:mm[:ss]",
            "d/M/uuuu HH:mm[:ss]",
            "d-M-uuuu HH:mm[:ss]",
            "d.M.uuuu HH:mm[:ss]");

    private CellTexts() {}

    private static List<DateTimeFormatter> formats(String... patterns) {
        return List.of(patterns).stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    /** {@code 1 234,56}, {@code 1.234,56}, {@code 1,234.56}, with or without a euro sign. */
    static Optional<BigDecimal> number(String text) {
        var bare = text.replaceAll("[\\s\\u00a0\\u202f€']", "");
        int comma = bare.lastIndexOf(',');
        int point = bare.lastIndexOf('.');
        if (comma > point) {
            bare = bare.replace(".", "").replace(',', '.');
        } else if (comma >= 0) {
            bare = bare.replace(",", "");
        }
        return bare.length() <= LONGEST_NUMBER && bare.matches("[+-]?\\d+(\\.\\d+)?")
                ? Optional.of(new BigDecimal(bare))
                : Optional.empty();
    }

    static Optional<Integer> whole(String text) {
        return number(text)
                .map(BigDecimal::stripTrailingZeros)
                .filter(value ->
                        value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValue);
    }

    static Optional<LocalDate> date(String text) {
        for (var format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                // the next way to write it
            }
        }
        return local(text).map(LocalDateTime::toLocalDate);
    }

    /** Without a zone it is the time in Paris. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return local(text)
                    .or(() -> date(text).map(LocalDate::atStartOfDay))
                    .map(moment -> moment.atZone(ClockProducer.ZONE).toInstant());
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        for (var format : MOMENTS) {
            try {
                return Optional.of(LocalDateTime.parse(text, format));
            } catch (DateTimeException e) {
                // the next way to write it
            }
        }
        return Optional.empty();
    }

    /** A spreadsheet that took a SIREN for a number dropped its zeros; only where the check digit agrees they come back. */
    static String siren(String text) {
        var whole = zeros(String.valueOf(Siren.normalise(text)), 9);
        return Siren.isValid(whole) ? whole : text;
    }

    static String siret(String text) {
        var whole = zeros(String.valueOf(Siret.normalise(text)), 14);
        return Siret.isValid(whole) ? whole : text;
    }

    static String postalCode(String text) {
        return text.matches("\\d{4}") ? '0' + text : text;
    }

    /** The zero that begins a French number. */
    static String phone(String text) {
        return text.matches("[1-9]\\d{8}") ? '0' + text : text;
    }

    private static String zeros(String digits, int length) {
        return digits.matches("\\d+") && digits.length() < length && digits.length() >= length - 3
                ? "0".repeat(length - digits.length()) + digits
                : digits;
    }
}
