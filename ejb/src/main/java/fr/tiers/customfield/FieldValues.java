package fr.tiers.customfield;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One value of one field: put into the form it is kept in, and checked. The same for REST, form and import. */
final class FieldValues {

    private static final int MAX_SEVERAL = 100;

    private FieldValues() {}

    /** A value that is none of this field. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String code;
        final transient Object[] arguments;

        Wrong(String code, Object... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }
    }

    /**
     * @param raw as JSON reads it, or as text of a form
     * @param before what stands there; an inactive option may stay
     * @return null for nothing
     * @throws Wrong
     */
    static Object accept(FieldDefinition field, Object raw, Object before) {
        if (Condition.isEmpty(raw)) {
            return null;
        }
        return switch (field.type()) {
            case STRING, EMAIL, PHONE, URL, TEXT -> TextValues.accept(field, raw);
            case HTML -> TextValues.rich(field, raw);
            case INTEGER, DURATION, RATING -> NumberValues.whole(field, raw);
            case DECIMAL -> NumberValues.number(field, raw);
            case AMOUNT -> NumberValues.amount(field, raw);
            case DATE -> TimeValues.date(raw);
            case DATETIME -> TimeValues.moment(raw);
            case BOOLEAN -> truth(raw);
            case SELECT, RADIO, DEPENDENT_SELECT -> option(field, raw, before);
            case MULTI_SELECT -> several(raw, each -> option(field, each, before));
            case LINK, FILE, IMAGE -> key(field, raw);
            case MULTI_LINK -> several(raw, each -> key(field, each));
            case GPS -> NumberValues.place(raw);
            case COMPUTED, SEPARATOR -> throw new Wrong("read-only");
        };
    }

    /** What a new object starts with; null for nothing, or when options or limits have changed since. */
    static Object start(FieldDefinition field) {
        try {
            return field.type().stores() ? accept(field, field.defaultValue(), null) : null;
        } catch (Wrong e) {
            return null;
        }
    }

    private static Object wrong() {
        throw new Wrong("wrong-type");
    }

    private static Object truth(Object raw) {
        if (raw instanceof Boolean || "true".equals(raw) || "false".equals(raw)) {
            return Boolean.valueOf(raw.toString());
        }
        return wrong();
    }

    private static Object option(FieldDefinition field, Object raw, Object before) {
        var option = raw instanceof String code ? field.option(code) : null;
        boolean kept = raw.equals(before) || before instanceof Collection<?> several && several.contains(raw);
        if (option == null) {
            throw new Wrong("unknown-value", shortened(raw));
        }
        if (!option.active() && !kept) {
            throw new Wrong("option-inactive", option.labelFr());
        }
        return option.code();
    }

    /** A tier by its id, a user by login; whether it exists is asked later. */
    private static Object key(FieldDefinition field, Object raw) {
        var text = String.valueOf(raw);
        if (!(raw instanceof String || raw instanceof Number) || text.length() > 100 || text.indexOf('\0') >= 0) {
            throw new Wrong("wrong-type");
        }
        if ("USER".equals(field.target())) {
            return text;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new Wrong("unknown-reference", shortened(raw));
        }
        return Long.valueOf(text);
    }

    private interface One {
        Object accept(Object raw);
    }

    private static Object several(Object raw, One one) {
        var given = raw instanceof Collection<?> list ? list : List.of(raw);
        if (given.size() > MAX_SEVERAL) {
            throw new Wrong("too-many", MAX_SEVERAL);
        }
        var accepted = new ArrayList<Object>();
        for (var each : given) {
            if (Condition.isEmpty(each)) {
                throw new Wrong("wrong-type");
            }
            var value = one.accept(each);
            if (!accepted.contains(value)) {
                accepted.add(value);
            }
        }
        return accepted;
    }

    private static String shortened(Object raw) {
        var text = String.valueOf(raw);
        return text.substring(0, Math.min(text.length(), 60));
    }

    /** As the history, an import and a change of type write it; several with commas. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(FieldValues::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("amount")
                    ? text(map.get("amount")) + ' ' + map.get("currency")
                    : text(map.get("latitude")) + ", " + text(map.get("longitude"));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
