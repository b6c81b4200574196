package fr.tiers.tier;

import fr.tiers.customfield.FieldFilter.Op;
import fr.tiers.customfield.FieldSql;
import fr.tiers.kernel.BusinessException;
import fr.tiers.tier.TierColumn.Kind;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition of a list about a standard field, as it stands in a URL: {@code field.turnover.min=100000}. The operators are those of the
 * custom fields.
 *
 * @param values any of them, for EQ; else one
 */
public record TierColumnFilter(TierColumn column, Op op, List<String> values) implements Serializable {

    public static final String PREFIX = "field.";
    private static final String NAME = "field\\.[a-zA-Z]{1,40}(\\.(min|max|contains|empty))?";
    private static final int MAX_VALUES = 20;
    private static final int MAX_LENGTH = 500;
    /** What the search index of tiers holds too: it finds the few among which to look closely. */
    private static final Set<TierColumn> SEARCHED =
            Set.of(TierColumn.NAME, TierColumn.TRADE_NAME, TierColumn.CODE, TierColumn.CITY, TierColumn.EMAIL);

    /** Whether a parameter has the shape of one about a standard field. */
    public static boolean isName(String parameter) {
        return parameter.matches(NAME);
    }

    /**
     * Reads what stands in a URL; parameters about other things are passed over.
     *
     * @throws BusinessException INVALID naming the parameter that is not understood
     */
    public static List<TierColumnFilter> parse(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .map(entry -> parse(entry.getKey(), entry.getValue()))
                .toList();
    }

    public static TierColumnFilter parse(String name, List<String> values) {
        for (var op : Op.values()) {
            if (isName(name) && (op == Op.EQ ? name.indexOf('.', PREFIX.length()) < 0 : name.endsWith(op.suffix()))) {
                var field = name.substring(
                        PREFIX.length(), name.length() - op.suffix().length());
                var filter = TierColumn.of(field)
                        .filter(TierColumn::isFilterable)
                        .map(column -> new TierColumnFilter(column, op, List.copyOf(values)));
                if (filter.isPresent()) {
                    filter.get().where("x");
                    return filter.get();
                }
            }
        }
        throw BusinessException.invalid(name, "unknown-parameter");
    }

    /** The name of the parameter. */
    public String name() {
        return PREFIX + column.field() + op.suffix();
    }

    /**
     * The condition about the tier {@code t}.
     *
     * @param parameter prefix of the names of what is bound
     * @throws BusinessException INVALID naming the parameter
     */
    FieldSql.Where where(String parameter) {
        if (values.isEmpty()
                || values.size() > MAX_VALUES
                || values.stream().anyMatch(TierColumnFilter::isUnreadable)) {
            throw BusinessException.invalid(name(), "wrong-type");
        }
        return switch (op) {
            case EMPTY -> new FieldSql.Where(
                    "(%s) is %s null".formatted(column.value(), flag() ? "" : "not"), Map.of());
            case CONTAINS -> contains(parameter);
            case MIN, MAX -> range(parameter);
            case EQ -> equal(parameter);
        };
    }

    private static boolean isUnreadable(String value) {
        return value == null || value.isBlank() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0;
    }

    private FieldSql.Where contains(String parameter) {
        if (column.kind() != Kind.TEXT && column.kind() != Kind.EXACT) {
            throw BusinessException.invalid(name(), "unknown-parameter");
        }
        var pattern = '%' + first().replaceAll("([\\\\%_])", "\\\\$1") + '%';
        var close = "fold(%s) like fold(:%s)".formatted(column.value(), parameter);
        var sql = SEARCHED.contains(column) ? "t.search_text like fold(:%s) and %s".formatted(parameter, close) : close;
        return new FieldSql.Where(sql, Map.of(parameter, pattern));
    }

    private FieldSql.Where range(String parameter) {
        if (!column.kind().isRange()) {
            throw BusinessException.invalid(name(), "unknown-parameter");
        }
        var bound = bound();
        if (op == Op.MIN) {
            return new FieldSql.Where(
                    "%s >= cast(:%s as %s)".formatted(column.order(), parameter, column.type()),
                    Map.of(parameter, bound));
        }
        // the last day of a range counts whole
        var sign = column.kind() == Kind.MOMENT ? "<" : "<=";
        return new FieldSql.Where(
                "(%s %s cast(:%s as %s) and (%s) is not null)"
                        .formatted(column.order(), sign, parameter, column.type(), column.value()),
                Map.of(parameter, bound));
    }

    /** As text that PostgreSQL casts to the type of the order. */
    private String bound() {
        return column.kind() == Kind.NUMBER ? number(first()) : day();
    }

    private String day() {
        try {
            var day = LocalDate.parse(first());
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw BusinessException.invalid(name(), "wrong-type");
            }
            if (column.kind() == Kind.DAY) {
                return day.toString();
            }
            return (op == Op.MAX ? day.plusDays(1) : day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            throw BusinessException.invalid(name(), "wrong-type");
        }
    }

    private String number(String text) {
        var bare = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!bare.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw BusinessException.invalid(name(), "wrong-type");
        }
        var number = new BigDecimal(bare);
        if ("smallint".equals(column.type())
                && (number.scale() > 0 || number.abs().intValue() > 10_000)) {
            throw BusinessException.invalid(name(), "wrong-type");
        }
        return number.toPlainString();
    }

    private FieldSql.Where equal(String parameter) {
        if (column.kind() == Kind.DISPLAYED || column.kind() == Kind.MOMENT) {
            throw BusinessException.invalid(name(), "unknown-parameter");
        }
        if (column.kind() == Kind.FLAG) {
            return new FieldSql.Where((flag() ? "" : "not ") + column.value(), Map.of());
        }
        var parts = new ArrayList<String>();
        var bound = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            var name = parameter + '_' + i;
            parts.add(
                    column.kind() == Kind.TEXT && column != TierColumn.CODE
                            ? "%s = fold(:%s)".formatted(column.order(), name)
                            : "%s = cast(:%s as %s)".formatted(column.order(), name, column.type()));
            bound.put(name, plain(values.get(i).strip()));
        }
        return new FieldSql.Where('(' + String.join(" or ", parts) + ')', bound);
    }

    private String plain(String text) {
        return switch (column.kind()) {
            case NUMBER -> number(text);
            case DAY -> new TierColumnFilter(column, Op.MIN, List.of(text)).day();
            case CHOICE -> {
                if (!column.choices().contains(text)) {
                    throw BusinessException.invalid(name(), "unknown-value", text);
                }
                yield text;
            }
            default -> text;
        };
    }

    private boolean flag() {
        if (!first().equals("true") && !first().equals("false")) {
            throw BusinessException.invalid(name(), "wrong-type");
        }
        return first().equals("true");
    }

    private String first() {
        return values.get(0).strip();
    }
}
