package fr.tiers.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers everything that is wrong with an input, so that the user hears it at once and not field by field. */
public final class Checks {

    public static final int MAX_TEXT = 255;
    public static final int MAX_LONG_TEXT = 20_000;

    private final List<Violation> violations = new ArrayList<>();

    /** @return without blanks around; null when nothing is left */
    public static String trim(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public Checks required(String field, Object value) {
        return holds(value != null, field, "required");
    }

    public Checks text(String field, String value) {
        return text(field, value, MAX_TEXT);
    }

    /** Not too long, and nothing in it that PostgreSQL cannot keep. */
    public Checks text(String field, String value, int maximum) {
        if (value == null) {
            return this;
        }
        holds(value.length() <= maximum, field, "too-long", maximum);
        return holds(value.indexOf('\0') < 0, field, "control-character");
    }

    public Checks oneOf(String field, String value, Set<String> allowed) {
        return holds(value == null || allowed.contains(value), field, "unknown-value", value);
    }

    public Checks email(String field, String value) {
        var shape = "[^@\\s<>\"]+@[^@\\s<>\".]+(\\.[^@\\s<>\".]+)+";
        return text(field, value).holds(value == null || value.matches(shape), field, "email-shape");
    }

    public Checks phone(String field, String value) {
        var shape = "\\+?[0-9 ().\\-\\u00a0\\u202f/]{3,30}(\\s*(#|x|poste)\\s*\\d{1,6})?";
        return holds(value == null || value.matches(shape), field, "phone-shape");
    }

    /** A day that a calendar and PostgreSQL both know. */
    public Checks day(String field, LocalDate value) {
        return holds(
                value == null || value.getYear() >= 1000 && value.getYear() <= 9999, field, "out-of-range", 1000, 9999);
    }

    public Checks period(String field, LocalDate from, LocalDate to) {
        return holds(from == null || to == null || !to.isBefore(from), field, "before-start");
    }

    public Checks range(String field, Double value, int minimum, int maximum) {
        // written so that NaN fails too
        return holds(value == null || value >= minimum && value <= maximum, field, "out-of-range", minimum, maximum);
    }

    public Checks holds(boolean holds, String field, String code, Object... arguments) {
        // a field may be looked at twice; the user hears each thing once
        if (!holds
                && violations.stream()
                        .noneMatch(known ->
                                known.field().equals(field) && known.code().equals(code))) {
            violations.add(new Violation(field, code, arguments));
        }
        return this;
    }

    /** @return what was found so far */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** @throws BusinessException INVALID with all that was found */
    public void refuse() {
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }
}
