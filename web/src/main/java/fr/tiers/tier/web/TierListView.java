package fr.tiers.tier.web;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.web.FieldList;
import fr.tiers.kernel.Slice;
import fr.tiers.savedview.web.SavedViewMenu;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.TierColumn;
import fr.tiers.tier.TierColumnFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierPage;
import fr.tiers.tier.TierRow;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.TierType;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** The list of tiers. The URL says what it shows; the filters are a GET form, paging and sorting keep the URL in step. */
@Named("tierList")
@ViewScoped
public class TierListView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What the panel offers to sort by; every column's head does so as well. */
    private static final List<String> OFFERED_SORTS = List.of(
            "name",
            "code",
            "city",
            "postalCode",
            "status",
            "siren",
            "apeCode",
            "owner",
            "salesUnit",
            "updatedAt",
            "createdAt",
            "quality");

    private final TierSearch search;
    private final TierLabels labels;
    private final FieldList fields;
    private final TierColumns columns;
    private final SavedViewMenu views;
    private TierListQuery query = new TierListQuery(Map.of());
    private Rows model;

    protected TierListView() {
        this(null, null, null, null, null);
    }

    @Inject
    public TierListView(
            TierSearch search, TierLabels labels, FieldList fields, TierColumns columns, SavedViewMenu views) {
        this.search = search;
        this.labels = labels;
        this.fields = fields;
        this.columns = columns;
        this.views = views;
    }

    /** One condition, with the link that drops it. */
    public record Chip(String name, String text, String removeUrl) {}

    public void load() {
        if (Faces.getRequest().getParameterMap().isEmpty() && views.openUsual()) {
            return;
        }
        show();
    }

    /** As {@link #load}, always as the URL says: without the view that one usually begins with. */
    public void show() {
        query = TierListQuery.of(Faces.getRequest().getParameterMap()).known(fields);
        model = new Rows();
    }

    public LazyDataModel<TierRow> getModel() {
        return model;
    }

    /** Counted once: the conditions change only with the URL. */
    public long getTotal() {
        return model.total();
    }

    public boolean isMoreThanCounted() {
        return !model.counted && getTotal() >= Slice.COUNT_CAP;
    }

    /** Counts to the end, however many there are. */
    public void countAll() {
        model.total = search.countAll(query.filter());
        model.counted = true;
    }

    /** The list that a record opened from here can step through, as a part of its URL. */
    public String getWalk() {
        return TierNeighbourView.PARAMETER + URLEncoder.encode(query.toWalk(), StandardCharsets.UTF_8);
    }

    /** How the pages are turned. */
    public TierPager getPager() {
        return new TierPager(query, model.page, getTotal(), isMoreThanCounted());
    }

    public List<Chip> getChips() {
        var chips = new ArrayList<Chip>();
        if (!TierListQuery.ANY_STATUS.equals(query.status())) {
            chips.add(chip("status", query.status(), Functions.text("tier.filter.status." + query.status())));
        }
        for (var name : query.filters()) {
            if (!"status".equals(name)) {
                query.values().get(name).forEach(value -> chips.add(chip(name, value, condition(name, value))));
            }
        }
        return chips;
    }

    private Chip chip(String name, String value, String text) {
        return new Chip(name, text, query.without(name, value).toUrl());
    }

    private String condition(String name, String value) {
        if (FieldFilter.isName(name)) {
            return fields.condition(name, value);
        }
        if (TierColumnFilter.isName(name)) {
            return columns.condition(name, value);
        }
        if (TierArea.NAMES.contains(name)) {
            return TierArea.NEAR.equals(name)
                    ? Functions.text1(
                            "map.filter.near", query.filter().area().near().radius())
                    : Functions.text("map.filter." + (TierArea.LOCATED.equals(name) ? "located." + value : name));
        }
        var words =
                switch (name) {
                    case "type" -> labels.typeLabel(value);
                    case "salesUnit" -> labels.salesUnit(value);
                    case "owner" -> labels.person(value);
                    case "agency" -> labels.agency(value);
                    case "q" -> "« " + value + " »";
                    default -> value;
                };
        return "blocked".equals(name)
                ? Functions.text("tier.filter.blocked." + value)
                : Functions.text2("tier.filter.chip", Functions.text("tier.filter." + name), words);
    }

    /** Whether anything but the status set by default narrows the list. */
    public boolean isNarrowed() {
        return !query.filters().isEmpty();
    }

    /** How many conditions the panel of filters holds, for its button. */
    public int getPanelCount() {
        return (int) query.filters().stream().filter(name -> !"q".equals(name)).count();
    }

    /** The lists of one function, then those of the types that no function has, for the links above the list. */
    public List<QuickList> getQuickLists() {
        var lists = new ArrayList<QuickList>();
        for (var function : List.of("CUSTOMER", "PROSPECT", "SUPPLIER")) {
            var types = labels.getActiveTypes().stream()
                    .filter(type -> type.function().equals(function))
                    .map(TierType::code)
                    .toList();
            if (!types.isEmpty()) {
                lists.add(quick(Functions.text("tier.list.function." + function), types));
            }
        }
        labels.getActiveTypes().stream()
                .filter(type -> !List.of("CUSTOMER", "PROSPECT", "SUPPLIER").contains(type.function()))
                .forEach(type -> lists.add(quick(labels.typeLabel(type.code()), List.of(type.code()))));
        return lists;
    }

    private QuickList quick(String label, List<String> types) {
        return new QuickList(
                label, query.narrowedToAny("type", types).toUrl(), query.types().equals(types));
    }

    /** A saved filter by type. */
    public record QuickList(String label, String url, boolean current) {}

    /** The list with this type only; null drops the types. */
    public String typeUrl(String type) {
        return query.narrowed("type", type).toUrl();
    }

    public boolean isOnlyType(String type) {
        return type == null ? query.types().isEmpty() : query.types().equals(List.of(type));
    }

    public TierListQuery getQuery() {
        return query;
    }

    /** The order as PrimeFaces wants it, for the first rendering; null when the column it sorts by is not shown. */
    public SortMeta getSortMeta() {
        var order = query.order();
        var field = order.field();
        if (!field.equals(TierColumn.NAME.field())
                && getColumns().stream().noneMatch(column -> column.name().equals(field))) {
            return null;
        }
        return SortMeta.builder()
                .field(order.field())
                .order(order.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)
                .build();
    }

    /** The columns after the name. */
    public List<TierColumns.Column> getColumns() {
        return columns.shown(query);
    }

    /** Whether the URL says which columns there are. */
    public boolean isChosen() {
        return !query.all(TierListQuery.COLUMN).isEmpty();
    }

    /** Ways to sort that the panel offers: each column upwards, moments also downwards, and the present one. */
    public List<String> getSorts() {
        var present = getSortName();
        var near = query.filter().area().near() == null ? Stream.<String>empty() : Stream.of(TierOrder.DISTANCE);
        var offered = OFFERED_SORTS.stream().flatMap(field -> Stream.of(field, '-' + field));
        return Stream.of(
                        near,
                        offered.filter(name -> name.equals(present) || name.startsWith("-") == name.endsWith("At")),
                        Stream.of(present))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    public String sortLabel(String sort) {
        boolean descending = sort.startsWith("-");
        var field = descending ? sort.substring(1) : sort;
        if (OFFERED_SORTS.contains(field) || TierOrder.DISTANCE.equals(field)) {
            return Functions.text("tier.sort." + (descending ? "desc." : "") + field);
        }
        var label = columns.label(field);
        return descending ? Functions.text1("tier.sort.descending", label) : label;
    }

    /** The order as it stands in the URL. */
    public String getSortName() {
        var order = query.order();
        return (order.descending() ? "-" : "") + order.field();
    }

    /** Pages of rows from the database. Rows are shown only, never taken back from the browser. */
    private final class Rows extends LazyDataModel<TierRow> {

        private static final long serialVersionUID = 1L;

        private Long total;
        private boolean counted;
        private TierPage page = new TierPage(List.of(), null, null);

        long total() {
            if (total == null) {
                total = search.count(query.filter());
            }
            return total;
        }

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return (int) Math.min(total(), Slice.COUNT_CAP);
        }

        @Override
        public List<TierRow> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            var order = order(sorts);
            if (!order.equals(query.order())) {
                query = query.sorted(order);
            }
            if (Faces.isAjaxRequest()) {
                PrimeFaces.current().ajax().addCallbackParam("url", query.toUrl());
            }
            page = page();
            if (page.items().isEmpty() && total() > 0) {
                query = query.at(-1);
                page = page();
            }
            return page.items();
        }

        private TierPage page() {
            return search.page(
                    query.filter(),
                    query.order(),
                    query.start(),
                    query.size(),
                    Math.min(total(), Slice.COUNT_CAP),
                    TierColumns.more(getColumns()));
        }

        private TierOrder order(Map<String, SortMeta> sorts) {
            return sorts.values().stream()
                    .findFirst()
                    .map(sort ->
                            TierOrder.parse((sort.getOrder() == SortOrder.DESCENDING ? "-" : "") + sort.getField()))
                    .orElse(query.order());
        }
    }
}
