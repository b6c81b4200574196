package fr.tiers.event.web;

import fr.tiers.access.Callers;
import fr.tiers.customfield.web.FieldScope;
import fr.tiers.event.EventFilter;
import fr.tiers.event.EventList;
import fr.tiers.event.EventSort;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.shell.web.Formats;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The list of events. The URL says what it shows; what cannot be understood there is left out. */
@Named("eventList")
@RequestScoped
public class EventListView {

    private static final int SIZE = 25;
    /** Beyond this one narrows the list instead of turning pages. */
    private static final int LAST_PAGE = 400;

    private final EventList list;
    private final HttpServletRequest request;
    private final EventFieldList fields;
    private final EventLabels labels;
    private final Callers callers;
    private final Map<String, String> query = new LinkedHashMap<>();
    private EventSort.Order order = EventSort.Order.LATEST_FIRST;
    private int page = 1;
    private List<EventView> rows;
    private Long total;

    protected EventListView() {
        this(null, null, null, null, null);
    }

    @Inject
    public EventListView(
            EventList list, HttpServletRequest request, EventFieldList fields, EventLabels labels, Callers callers) {
        this.list = list;
        this.request = request;
        this.fields = fields;
        this.labels = labels;
        this.callers = callers;
    }

    @PostConstruct
    void read() {
        take("q", text -> true);
        take("type", text -> labels.kind(text) != null);
        take("state", text -> Stream.of(EventState.values())
                .anyMatch(state -> state.name().equals(text)));
        take("whose", Set.of("MINE", "WRITTEN")::contains);
        take("from", EventListView::isDay);
        take("to", EventListView::isDay);
        fields.parameters(request.getParameterMap().keySet())
                .forEach(name -> take(name, text -> fields.isReadable(name, text)));
        take("sort", this::isSort);
        take("page", text -> text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= LAST_PAGE);
        if (query.containsKey("sort")) {
            order = EventSort.Order.parse(query.get("sort"));
        }
        if (query.containsKey("page")) {
            page = Integer.parseInt(query.get("page"));
        }
    }

    private void take(String name, Predicate<String> readable) {
        var given = request.getParameter(name);
        var text = given == null ? "" : Params.typed(given);
        if (!text.isEmpty() && readable.test(text)) {
            query.put(name, text);
        }
    }

    private boolean isSort(String text) {
        try {
            var custom = EventSort.Order.parse(text).custom();
            return custom == null || fields.getSortableCodes().contains(custom);
        } catch (BusinessException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1000 && year <= 9999;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private EventFilter filter() {
        var me = callers.current().login();
        var whose = query.get("whose");
        return new EventFilter(
                query.get("q"),
                null,
                null,
                null,
                query.get("type"),
                null,
                query.containsKey("state") ? EventState.valueOf(query.get("state")) : null,
                null,
                "WRITTEN".equals(whose) ? me : null,
                "MINE".equals(whose) ? me : null,
                null,
                null,
                day("from", 0),
                day("to", 1),
                null,
                FieldScope.conditions(query));
    }

    private Instant day(String name, int later) {
        return query.containsKey(name)
                ? LocalDate.parse(query.get(name))
                        .plusDays(later)
                        .atStartOfDay(Formats.ZONE)
                        .toInstant()
                : null;
    }

    public List<EventView> getRows() {
        if (rows == null) {
            rows = list.rows(filter(), order, (page - 1) * SIZE, SIZE, getTotal());
        }
        return rows;
    }

    public long getTotal() {
        if (total == null) {
            total = list.count(filter());
        }
        return total;
    }

    public boolean isMoreThanCounted() {
        return getTotal() >= Slice.COUNT_CAP;
    }

    public String get(String name) {
        return query.get(name);
    }

    public boolean is(String name) {
        return query.containsKey(name);
    }

    public boolean isCustomAsked() {
        return !FieldScope.conditions(query).isEmpty();
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return query.keySet().stream().anyMatch(name -> !Set.of("sort", "page").contains(name));
    }

    public List<EventState> getStates() {
        return List.of(EventState.values());
    }

    /** @return {@code ascending}, {@code descending} or {@code none}, as a column's head says it */
    public String sorted(String field) {
        return ListUrl.sorted(field, order.field(), order.descending());
    }

    /** The list sorted by a column; a second click turns it round. */
    public String sortUrl(String field) {
        return url(Map.of("sort", "ascending".equals(sorted(field)) ? '-' + field : field, "page", ""));
    }

    /** @return null on the first page */
    public String getPreviousUrl() {
        return page == 1 ? null : url(Map.of("page", page == 2 ? "" : String.valueOf(page - 1)));
    }

    /** @return null on the last page */
    public String getNextUrl() {
        return (long) page * SIZE < getTotal() && page < LAST_PAGE
                ? url(Map.of("page", String.valueOf(page + 1)))
                : null;
    }

    public long getFirst() {
        return (page - 1L) * SIZE + 1;
    }

    public long getLast() {
        return getFirst() + getRows().size() - 1;
    }

    private String url(Map<String, String> changes) {
        return ListUrl.of("list.xhtml", query, changes);
    }
}
