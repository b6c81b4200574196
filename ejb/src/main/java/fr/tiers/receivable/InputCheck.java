package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with the shape of an input, so that the caller learns everything at once. */
final class InputCheck {

    private static final int LARGEST_INTEGER_DIGITS = 13;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final List<Violation> violations = new ArrayList<>();

    InputCheck violation(String field, String code, Object... arguments) {
        violations.add(new Violation(field, code, arguments));
        return this;
    }

    /** @return whether the value is there */
    boolean required(String field, Object value) {
        var present = value != null && !(value instanceof String text && text.isBlank());
        if (!present) {
            violation(field, "required");
        }
        return present;
    }

    /** An optional text: its length, and no character the database could not keep. */
    void text(String field, String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.length() > longest) {
            violation(field, "too-long", longest);
        }
        if (value.indexOf('\0') >= 0 || LONE_SURROGATE.matcher(value).find()) {
            violation(field, "control-character");
        }
    }

    void requiredText(String field, String value, int longest) {
        if (required(field, value)) {
            text(field, value, longest);
        }
    }

    void currency(String field, String value) {
        if (value != null && !CURRENCY.matcher(value).matches()) {
            violation(field, "currency");
        }
    }

    /** @return whether the number is there and fits: not too large and with no more decimals than given */
    boolean number(String field, BigDecimal value, int decimals) {
        if (!required(field, value)) {
            return false;
        }
        // Looks at digits only: setting the scale of 1E1000000000 would take all memory.
        if (value.signum() != 0 && (long) value.precision() - value.scale() > LARGEST_INTEGER_DIGITS) {
            violation(field, "too-large");
            return false;
        }
        if (value.signum() != 0
                && value.scale() > decimals
                && value.stripTrailingZeros().scale() > decimals) {
            violation(field, decimals == 2 ? "two-decimals" : "decimals", decimals);
            return false;
        }
        return true;
    }

    boolean isClean() {
        return violations.isEmpty();
    }

    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }
}
