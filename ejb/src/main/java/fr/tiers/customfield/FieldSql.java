package fr.tiers.customfield;

import fr.tiers.customfield.FieldFilter.Op;
import fr.tiers.kernel.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * Conditions and orders about custom fields as SQL. A field's code has the shape the database checks, so it may stand in the text;
 * values are bound.
 */
public final class FieldSql {

    /** What stands for nothing in the order of numbers, before all of them. */
    private static final String LOWEST = "'-Infinity'::numeric";

    private FieldSql() {}

    /** Never null: ties are broken by the id. The same expression as of the index. */
    public static String order(FieldDefinition field, String alias) {
        var column = alias.isEmpty() ? "custom" : alias + ".custom";
        if (field.type() == FieldType.AMOUNT) {
            return "coalesce((%s -> '%s' ->> 'amount')::numeric, %s)".formatted(column, field.code(), LOWEST);
        }
        var text = "%s ->> '%s'".formatted(column, field.code());
        return field.type().isNumber()
                ? "coalesce((%s)::numeric, %s)".formatted(text, LOWEST)
                : "coalesce(fold(%s), '')".formatted(text);
    }

    /** SQL type of the order. */
    public static String type(FieldDefinition field) {
        return field.type().isNumber() ? "numeric" : "text";
    }

    /** A condition ready for a query. */
    public record Where(String sql, Map<String, Object> values) {

        public void bind(Query query) {
            values.forEach(query::bind);
        }
    }

    /**
     * @param parameter prefix of the names of what is bound
     * @throws BusinessException INVALID naming the parameter
     */
    public static Where where(FieldDefinition field, FieldFilter filter, String alias, String parameter) {
        if (!field.filterable()) {
            throw BusinessException.invalid(filter.name(), "not-filterable");
        }
        var values = filter.values();
        if (values.isEmpty() || values.size() > 20 || values.stream().anyMatch(FieldSql::isUnreadable)) {
            throw BusinessException.invalid(filter.name(), "wrong-type");
        }
        return switch (filter.op()) {
            case EMPTY -> empty(field, filter, alias);
            case CONTAINS -> contains(field, filter, alias, parameter);
            case MIN, MAX -> range(field, filter, alias, parameter);
            case EQ -> equal(field, filter, alias, parameter);
        };
    }

    private static boolean isUnreadable(String value) {
        return value == null || value.isBlank() || value.length() > 500 || value.indexOf('\0') >= 0;
    }

    private static Where empty(FieldDefinition field, FieldFilter filter, String alias) {
        var wanted = filter.values().get(0);
        if (!wanted.equals("true") && !wanted.equals("false")) {
            throw BusinessException.invalid(filter.name(), "wrong-type");
        }
        var sql = "(%s.custom -> '%s') is %s null".formatted(alias, field.code(), wanted.equals("true") ? "" : "not");
        return new Where(sql, Map.of());
    }

    private static Where contains(FieldDefinition field, FieldFilter filter, String alias, String parameter) {
        if (!field.type().isText()) {
            throw BusinessException.invalid(filter.name(), "unknown-parameter");
        }
        var pattern = '%' + filter.values().get(0).strip().replaceAll("([\\\\%_])", "\\\\$1") + '%';
        return new Where(
                "fold(%s.custom ->> '%s') like fold(:%s)".formatted(alias, field.code(), parameter),
                Map.of(parameter, pattern));
    }

    private static Where range(FieldDefinition field, FieldFilter filter, String alias, String parameter) {
        if (!field.type().hasRange()) {
            throw BusinessException.invalid(filter.name(), "unknown-parameter");
        }
        var order = order(field, alias);
        var value = plain(field, filter, filter.values().get(0));
        if (filter.op() == Op.MIN) {
            return new Where(order + " >= :" + parameter, Map.of(parameter, value));
        }
        var nothing = field.type().isNumber() ? LOWEST : "''";
        // the last day counts whole
        var most = field.type() == FieldType.DATETIME
                        && filter.values().get(0).strip().length() == 10
                ? filter.values().get(0).strip() + "t24"
                : value;
        return new Where(
                "(%1$s <= :%2$s and %1$s > %3$s)".formatted(order, parameter, nothing), Map.of(parameter, most));
    }

    /** A bound of a range or the value of an equality, as the order's expression has it. */
    private static Object plain(FieldDefinition field, FieldFilter filter, String text) {
        if (field.type() == FieldType.DATETIME && text.strip().matches("\\d{4}-\\d\\d-\\d\\d")) {
            return text.strip();
        }
        try {
            var unlimited = field.type() == FieldType.AMOUNT ? FieldType.DECIMAL : field.type();
            var value = FieldValues.accept(bare(field, unlimited), text, null);
            return value instanceof String word
                    ? word.toLowerCase(java.util.Locale.ROOT)
                    : new java.math.BigDecimal(String.valueOf(value));
        } catch (FieldValues.Wrong e) {
            throw BusinessException.invalid(filter.name(), "wrong-type");
        }
    }

    /** The field without its limits: one may look for what cannot be entered any more. */
    private static FieldDefinition bare(FieldDefinition field, FieldType type) {
        return new FieldDefinition(
                field.object(),
                field.code(),
                type,
                "x",
                null,
                null,
                null,
                null,
                null,
                field.target(),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true);
    }

    private static Where equal(FieldDefinition field, FieldFilter filter, String alias, String parameter) {
        var type = field.type();
        var parts = new ArrayList<String>();
        var bound = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < filter.values().size(); i++) {
            var name = parameter + '_' + i;
            var text = filter.values().get(i).strip();
            if (type.isText()) {
                parts.add("%s = fold(:%s)".formatted(order(field, alias), name));
                bound.put(name, text);
            } else if (type.hasRange()) {
                parts.add("%s = :%s".formatted(order(field, alias), name));
                bound.put(name, plain(field, filter, text));
            } else {
                parts.add("%s.custom @> cast(:%s as jsonb)".formatted(alias, name));
                bound.put(name, FieldJson.write(Map.of(field.code(), contained(field, filter, text))));
            }
        }
        return new Where(parts.stream().collect(Collectors.joining(" or ", "(", ")")), bound);
    }

    private static Object contained(FieldDefinition field, FieldFilter filter, String text) {
        Object one =
                switch (field.type()) {
                    case BOOLEAN -> {
                        if (!text.equals("true") && !text.equals("false")) {
                            throw BusinessException.invalid(filter.name(), "wrong-type");
                        }
                        yield Boolean.valueOf(text);
                    }
                    case LINK, MULTI_LINK, FILE, IMAGE -> "USER".equals(field.target()) ? text : id(filter, text);
                    case GPS, SEPARATOR -> throw BusinessException.invalid(filter.name(), "unknown-parameter");
                    default -> text;
                };
        return field.type().isSeveral() ? List.of(one) : one;
    }

    private static Object id(FieldFilter filter, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw BusinessException.invalid(filter.name(), "wrong-type");
        }
        return Long.valueOf(text);
    }
}
