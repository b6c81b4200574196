package fr.tiers.kernel.web;

import fr.tiers.kernel.BusinessException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

/** Reads path and query parameters; what cannot be read is a 400 with the parameter's name, an impossible id a 404. */
public final class Params {

    private static final int MAX_TYPED = 200;

    private Params() {}

    /** @throws BusinessException NOT_FOUND: there is nothing under such an id */
    public static long id(String what, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw BusinessException.notFound(what, text);
        }
        return Long.parseLong(text);
    }

    /** @return null when absent */
    public static Boolean bool(String name, String text) {
        if (text == null) {
            return null;
        }
        if (!Set.of("true", "false").contains(text)) {
            throw BusinessException.invalid(name, "wrong-type");
        }
        return Boolean.valueOf(text);
    }

    /** @return null when absent */
    public static Long number(String name, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw BusinessException.invalid(name, "wrong-type");
        }
        return Long.valueOf(text);
    }

    /** An instant, an offset date-time, or a day (its beginning in UTC). */
    public static Instant instant(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            // a plus sign that was not escaped arrives as a space
            var iso = text.replace(' ', '+');
            var instant = iso.length() == 10
                    ? LocalDate.parse(iso)
                            .atStartOfDay(java.time.ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(iso).toInstant();
            // beyond this PostgreSQL has no timestamp
            if (instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                    || instant.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw BusinessException.invalid(name, "wrong-type");
            }
            return instant;
        } catch (DateTimeException e) {
            throw BusinessException.invalid(name, "wrong-type");
        }
    }

    /** A day, like 2026-01-31. */
    public static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw BusinessException.invalid(name, "wrong-type");
        }
    }

    /** Text without what PostgreSQL cannot keep. */
    public static String text(String name, String text) {
        if (text != null && (text.indexOf('\0') >= 0 || text.length() > 1000)) {
            throw BusinessException.invalid(name, "wrong-type");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What was typed into a filter of a page: cut where nothing that is searched is as long, so that the page shows what it looked for. */
    public static String typed(String text) {
        var plain = text.replace("\0", "").strip();
        return plain.length() <= MAX_TYPED
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MAX_TYPED / 2)).strip();
    }
}
