package fr.tiers.tier.web;

import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldFilter.Op;
import fr.tiers.customfield.web.FieldList;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierColumn;
import fr.tiers.tier.TierColumn.Kind;
import fr.tiers.tier.TierColumnFilter;
import fr.tiers.tier.TierRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of the list of tiers, standard and custom ones, as columns and as conditions of the panel. */
@Named("tierColumns")
@RequestScoped
public class TierColumns {

    /** Shown unless the URL says otherwise; those custom fields that are flagged for lists come after the APE code. */
    private static final List<TierColumn> BEFORE =
            List.of(TierColumn.CODE, TierColumn.TYPES, TierColumn.CITY, TierColumn.APE);

    private static final List<TierColumn> AFTER =
            List.of(TierColumn.PHONE, TierColumn.OWNER, TierColumn.STATUS, TierColumn.QUALITY, TierColumn.UPDATED_AT);

    /** Not shown without being asked for when custom fields need the room. */
    private static final Set<TierColumn> GIVES_WAY = Set.of(TierColumn.APE, TierColumn.PHONE);

    /** Fields the panel asks for in a way of their own. */
    private static final Set<TierColumn> ASKED_APART = Set.of(
            TierColumn.STATUS,
            TierColumn.CITY,
            TierColumn.POSTAL_CODE,
            TierColumn.APE,
            TierColumn.BLOCKED,
            TierColumn.QUALITY);

    private static final Map<TierColumn, String> LABELS = Map.of(
            TierColumn.CITY, "tier.field.address.city",
            TierColumn.POSTAL_CODE, "tier.field.address.postalCode",
            TierColumn.COUNTRY, "tier.field.address.country",
            TierColumn.APE, "tier.list.ape",
            TierColumn.QUALITY, "quality.short",
            TierColumn.UPDATED_AT, "tier.list.updated",
            TierColumn.CREATED_AT, "tier.list.created");

    private final TierLabels labels;
    private final FieldList fields;

    protected TierColumns() {
        this(null, null);
    }

    @Inject
    public TierColumns(TierLabels labels, FieldList fields) {
        this.labels = labels;
        this.fields = fields;
    }

    /**
     * A column of the table.
     *
     * @param custom null for a standard field
     */
    public record Column(String name, String label, boolean sortable, FieldDefinition custom) {

        private static final Set<String> DRAWN =
                Set.of("types", "tags", "city", "phone", "mobile", "status", "quality", "updatedAt");

        public String styleClass() {
            var number = custom == null
                    && TierColumn.of(name).orElseThrow().kind() == Kind.NUMBER
                    && !"quality".equals(name);
            return (custom == null ? "c-" + name : "c-custom") + (number ? " c-number" : "");
        }

        /** Whether its value is shown as text and nothing else. A property, as {@link #getField}: each cell asks, and those are cheap. */
        public boolean isPlain() {
            return !DRAWN.contains(name);
        }

        /** Its name. */
        public String getField() {
            return name;
        }
    }

    /** The columns after the name, in their order. */
    public List<Column> shown(TierListQuery query) {
        var wanted = query.all(TierListQuery.COLUMN);
        var all = all();
        if (wanted.isEmpty()) {
            return usual();
        }
        return wanted.stream()
                .flatMap(name -> all.stream().filter(column -> column.name().equals(name)))
                .toList();
    }

    /** The others that could be shown, by their labels. */
    public List<Column> hidden(TierListQuery query) {
        var shown = shown(query);
        return all().stream()
                .filter(column -> !shown.contains(column))
                .sorted((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(one.label(), other.label()))
                .toList();
    }

    private List<Column> usual() {
        return Stream.of(
                        BEFORE.stream().map(this::column),
                        custom(),
                        AFTER.stream().map(this::column))
                .flatMap(part -> part)
                .toList();
    }

    private List<Column> all() {
        var standard = Arrays.stream(TierColumn.values())
                .filter(column -> column != TierColumn.NAME)
                .map(this::column);
        return Stream.concat(standard, custom()).toList();
    }

    private Stream<Column> custom() {
        return fields.getColumns().stream()
                .map(field -> new Column(
                        field.name(), fields.label(field), field.type().isSortable(), field));
    }

    private Column column(TierColumn column) {
        return new Column(column.field(), label(column), column.isSortable(), null);
    }

    /** What the table needs of the database besides what every row has. */
    static List<TierColumn> more(List<Column> shown) {
        return shown.stream()
                .filter(column -> column.custom() == null)
                .flatMap(column -> TierColumn.of(column.name()).stream())
                .toList();
    }

    public String label(TierColumn column) {
        return Functions.text(labelKey(column));
    }

    static String labelKey(TierColumn column) {
        return LABELS.getOrDefault(column, "tier.field." + column.field());
    }

    /** @param name of a column, standard or custom */
    String label(String name) {
        return all().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::label)
                .findFirst()
                .orElse(name);
    }

    /** The value of a row as people read it. */
    public String text(Column column, TierRow row) {
        if (column.custom() != null) {
            return fields.text(column.custom(), row.custom());
        }
        var standard = TierColumn.of(column.name()).orElseThrow();
        return text(standard, row.text(standard));
    }

    /** The value as the database has it. */
    public String raw(Column column, TierRow row) {
        return row.text(TierColumn.of(column.name()).orElseThrow());
    }

    private String text(TierColumn column, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (column) {
            case TURNOVER_YEAR -> value;
            case COUNTRY -> labels.country(value);
            case CREATED_AT -> Functions.date(Instant.parse(value.replace("+00:00", "Z")));
            default -> labels.value(column.field(), value);
        };
    }

    /** Standard fields the panel offers as conditions, by their labels. */
    public List<TierColumn> getFilterable() {
        return Arrays.stream(TierColumn.values())
                .filter(TierColumn::isFilterable)
                .filter(column -> !ASKED_APART.contains(column))
                .sorted((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(label(one), label(other)))
                .toList();
    }

    /** How the panel asks: contains, range, choice, or only whether there is a value. */
    public String asks(TierColumn column) {
        return switch (column.kind()) {
            case TEXT, EXACT -> "contains";
            case NUMBER, DAY, MOMENT -> "range";
            case CHOICE, FLAG -> "choice";
            default -> "presence";
        };
    }

    public String inputType(TierColumn column) {
        return column.kind() == Kind.NUMBER ? "text" : "date";
    }

    public boolean isAsked(TierColumn column, TierListQuery query) {
        return Arrays.stream(Op.values()).anyMatch(op -> asked(column, op.suffix(), query) != null);
    }

    /** What the URL asks of a field; null for nothing. */
    public String asked(TierColumn column, String operator, TierListQuery query) {
        return query.get(TierColumnFilter.PREFIX + column.field() + operator);
    }

    public List<TierLabels.Choice> choices(TierColumn column) {
        var codes = column.kind() == Kind.FLAG ? List.of("true", "false") : column.choices();
        return codes.stream()
                .map(code -> new TierLabels.Choice(code, labels.value(column.field(), code), 0))
                .toList();
    }

    /** The words of a chip. */
    public String condition(String name, String value) {
        var filter = TierColumnFilter.parse(name, List.of(value));
        var shown =
                switch (filter.op()) {
                    case EMPTY -> Functions.text("customfield.filter.empty." + value);
                    case MIN -> "≥ " + value(filter.column(), value);
                    case MAX -> "≤ " + value(filter.column(), value);
                    case CONTAINS -> value;
                    case EQ -> text(filter.column(), value);
                };
        return Functions.text2("tier.filter.chip", label(filter.column()), shown);
    }

    private static String value(TierColumn column, String value) {
        return column.kind() == Kind.NUMBER ? value : Functions.date(LocalDate.parse(value));
    }
}
