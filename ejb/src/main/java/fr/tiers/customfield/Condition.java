package fr.tiers.customfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A condition as data: either one comparison of a field, or a group of which all, or any, must hold. Evaluated by the server only, for
 * REST and for the form alike ({@link FieldStates}).
 *
 * @param field {@code custom.<code>}, or a field of the object itself like {@code kind}; null for a group
 * @param op EQ, NE, GT, LT, IN, CONTAINS, EMPTY or NOT_EMPTY
 * @param value text, number or boolean; a list for IN
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(String field, String op, Object value, List<Condition> all, List<Condition> any)
        implements Serializable {

    public static final List<String> OPERATORS =
            List.of("EQ", "NE", "GT", "LT", "IN", "CONTAINS", "EMPTY", "NOT_EMPTY");
    /** How deep groups stand in groups. */
    public static final int MAX_DEPTH = 5;

    private static final int MAX_PARTS = 50;

    public static Condition of(String field, String op, Object value) {
        return new Condition(field, op, value, null, null);
    }

    public static Condition all(List<Condition> parts) {
        return new Condition(null, null, null, parts, null);
    }

    public static Condition any(List<Condition> parts) {
        return new Condition(null, null, null, null, parts);
    }

    public boolean holds(Map<String, Object> facts) {
        if (all != null) {
            return all.stream().allMatch(part -> part.holds(facts));
        }
        if (any != null) {
            return any.stream().anyMatch(part -> part.holds(facts));
        }
        var fact = facts.get(field);
        return switch (op) {
            case "EMPTY" -> isEmpty(fact);
            case "NOT_EMPTY" -> !isEmpty(fact);
            case "NE" -> !isOneOf(fact, value);
            case "IN" -> value instanceof Collection<?> several
                    && several.stream().anyMatch(each -> isOneOf(fact, each));
            case "CONTAINS" -> !isEmpty(fact) && text(fact).contains(text(value));
            case "GT" -> !isEmpty(fact) && compare(fact, value) > 0;
            case "LT" -> !isEmpty(fact) && compare(fact, value) < 0;
            default -> isOneOf(fact, value);
        };
    }

    /** The fields it looks at. */
    public Set<String> fields() {
        var found = new HashSet<String>();
        if (field != null) {
            found.add(field);
        }
        (all == null ? any == null ? List.<Condition>of() : any : all).forEach(part -> found.addAll(part.fields()));
        return found;
    }

    /** Whether it can be evaluated: known fields and operators, not too large. */
    boolean isSound(Set<String> fields) {
        return isSound(fields, MAX_DEPTH);
    }

    private boolean isSound(Set<String> fields, int depth) {
        if (all != null || any != null) {
            var parts = all == null ? any : all;
            return field == null
                    && (all == null || any == null)
                    && depth > 0
                    && !parts.isEmpty()
                    && parts.size() <= MAX_PARTS
                    && parts.stream().allMatch(part -> part != null && part.isSound(fields, depth - 1));
        }
        boolean without = "EMPTY".equals(op) || "NOT_EMPTY".equals(op);
        boolean listed = "IN".equals(op);
        return field != null
                && fields.contains(field)
                && OPERATORS.contains(op)
                && (without || (listed ? value instanceof Collection<?> : isScalar(value)))
                && String.valueOf(value).length() <= 2_000
                && String.valueOf(value).indexOf('\0') < 0;
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    static boolean isEmpty(Object fact) {
        return fact == null || fact.toString().isBlank() || fact instanceof Collection<?> several && several.isEmpty();
    }

    private static boolean isOneOf(Object fact, Object wanted) {
        if (fact instanceof Collection<?> several) {
            return several.stream().anyMatch(each -> isOneOf(each, wanted));
        }
        return !isEmpty(fact) && compare(fact, wanted) == 0;
    }

    /** As numbers when both are, else as text without case. */
    private static int compare(Object fact, Object wanted) {
        var one = number(fact);
        var other = number(wanted);
        return one != null && other != null ? one.compareTo(other) : text(fact).compareTo(text(wanted));
    }

    private static BigDecimal number(Object value) {
        var plain = value instanceof Map<?, ?> amount ? amount.get("amount") : value;
        var text = String.valueOf(plain).strip();
        return text.matches("-?\\d{1,30}([.,]\\d{1,30})?") ? new BigDecimal(text.replace(',', '.')) : null;
    }

    private static String text(Object value) {
        return String.valueOf(value).strip().toLowerCase(Locale.ROOT);
    }
}
