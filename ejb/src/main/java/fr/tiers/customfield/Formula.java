package fr.tiers.customfield;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small language for computed fields: codes of fields, numbers, "texts", {@code + - * /}, {@code &} to put texts together, brackets,
 * {@code round(value, digits)}. Read by this class alone; nothing is ever run as code. Arithmetic with an empty field is empty.
 *
 * <pre>
 * text    = sum { "&amp;" sum }
 * sum     = product { ("+" | "-") product }
 * product = atom { ("*" | "/") atom }
 * atom    = number | "text" | code | "-" atom | "(" text ")" | "round" "(" text "," digit ")"
 * </pre>
 */
final class Formula {

    static final int MAX_LENGTH = 500;
    private static final int MAX_DEPTH = 30;
    private static final int MAX_DIGITS = 40;

    /** What is not a formula; the argument is the place. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String near) {
            super(near);
        }
    }

    private interface Node {
        Object value(Map<String, Object> fields);
    }

    private final String source;
    private final Set<String> codes = new HashSet<>();
    private int at;
    private int depth;
    private final Node root;

    private Formula(String source) {
        this.source = source;
        this.root = text();
        blanks();
        if (at < source.length()) {
            throw new Malformed(rest());
        }
    }

    /** @throws Malformed naming the place */
    static Formula parse(String source) {
        if (source == null || source.isBlank() || source.length() > MAX_LENGTH) {
            throw new Malformed("");
        }
        return new Formula(source);
    }

    /** The fields it is made of. */
    Set<String> codes() {
        return codes;
    }

    /** @return a number, a text, or null for nothing */
    Object evaluate(Map<String, Object> fields) {
        var result = root.value(fields);
        if (result instanceof BigDecimal number) {
            var plain = number.round(new MathContext(15)).stripTrailingZeros();
            return plain.precision() - plain.scale() > MAX_DIGITS || plain.scale() > MAX_DIGITS
                    ? null
                    : plain.scale() < 0 ? plain.setScale(0) : plain;
        }
        var text = result == null ? "" : result.toString();
        return text.isBlank() ? null : text.substring(0, Math.min(text.length(), 1000));
    }

    private Node text() {
        if (++depth > MAX_DEPTH) {
            throw new Malformed(rest());
        }
        var left = sum();
        while (take('&')) {
            var one = left;
            var other = sum();
            left = fields -> shown(one.value(fields)) + shown(other.value(fields));
        }
        depth--;
        return left;
    }

    private Node sum() {
        var left = product();
        while (true) {
            if (take('+')) {
                left = both(left, product(), BigDecimal::add);
            } else if (take('-')) {
                left = both(left, product(), BigDecimal::subtract);
            } else {
                return left;
            }
        }
    }

    private Node product() {
        var left = atom();
        while (true) {
            if (take('*')) {
                left = both(left, atom(), BigDecimal::multiply);
            } else if (take('/')) {
                left = both(
                        left,
                        atom(),
                        (one, other) -> other.signum() == 0 ? null : one.divide(other, MathContext.DECIMAL64));
            } else {
                return left;
            }
        }
    }

    private Node atom() {
        blanks();
        if (take('(')) {
            var inner = text();
            require(')');
            return inner;
        }
        if (take('-')) {
            if (++depth > MAX_DEPTH) {
                throw new Malformed(rest());
            }
            var inner = atom();
            depth--;
            return both(fields -> BigDecimal.ZERO, inner, BigDecimal::subtract);
        }
        if (take('"')) {
            int end = source.indexOf('"', at);
            if (end < 0) {
                throw new Malformed(rest());
            }
            var words = source.substring(at, end);
            at = end + 1;
            return fields -> words;
        }
        var word = word();
        if (word.matches("\\d{1,15}(\\.\\d{1,10})?")) {
            var number = new BigDecimal(word);
            return fields -> number;
        }
        if (!word.matches("[a-z][A-Za-z0-9_]{1,39}")) {
            throw new Malformed(word.isEmpty() ? rest() : word);
        }
        if ("round".equals(word) && take('(')) {
            var inner = text();
            require(',');
            var digits = word();
            if (!digits.matches("\\d")) {
                throw new Malformed(digits);
            }
            require(')');
            return fields -> {
                var number = number(inner.value(fields));
                return number == null ? null : number.setScale(Integer.parseInt(digits), RoundingMode.HALF_UP);
            };
        }
        codes.add(word);
        return fields -> fields.get(word);
    }

    private interface Arithmetic {
        BigDecimal apply(BigDecimal one, BigDecimal other);
    }

    private static Node both(Node left, Node right, Arithmetic how) {
        return fields -> {
            var one = number(left.value(fields));
            var other = number(right.value(fields));
            var result = one == null || other == null ? null : how.apply(one, other);
            return result == null ? null : result.round(MathContext.DECIMAL128);
        };
    }

    private static BigDecimal number(Object value) {
        var plain = value instanceof Map<?, ?> amount ? amount.get("amount") : value;
        var text = plain instanceof BigDecimal big ? big.toPlainString() : String.valueOf(plain);
        return text.matches("-?\\d{1,60}(\\.\\d{1,60})?") ? new BigDecimal(text) : null;
    }

    private static String shown(Object value) {
        var plain = value instanceof Map<?, ?> amount ? amount.get("amount") : value;
        return plain == null ? "" : plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
    }

    private String word() {
        blanks();
        int start = at;
        while (at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at)) || "._".indexOf(source.charAt(at)) >= 0)) {
            at++;
        }
        return source.substring(start, at);
    }

    private boolean take(char wanted) {
        blanks();
        if (at < source.length() && source.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char wanted) {
        if (!take(wanted)) {
            throw new Malformed(rest());
        }
    }

    private void blanks() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private String rest() {
        return at >= source.length() ? "…" : source.substring(at, Math.min(source.length(), at + 20));
    }

    /** Sets the computed fields; one made of another computed field sees it when it stands before. */
    static void compute(List<CustomField> fields, Map<String, Object> values) {
        for (var field : fields) {
            if (field.type() == FieldType.COMPUTED) {
                FieldStates.put(
                        values,
                        field.code(),
                        Formula.parse(field.definition().formula()).evaluate(values));
            }
        }
    }
}
