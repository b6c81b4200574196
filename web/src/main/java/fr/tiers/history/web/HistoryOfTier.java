package fr.tiers.history.web;

import fr.tiers.history.ChangeLog;
import fr.tiers.history.HistoryFilter;
import fr.tiers.history.HistoryRow;
import fr.tiers.history.HistoryValues;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** A page of the change log; filters and where the page starts ({@code before}) stand in the URL. */
@Named("historyOfTier")
@RequestScoped
public class HistoryOfTier {

    private static final int PAGE = 50;
    private static final List<String> FILTERS =
            List.of("field", "entity", "entityId", "author", "source", "from", "to");

    private final ChangeLog log;
    private final TierRecordView record;
    private HistoryFilter filter;
    private Slice<HistoryRow> page;
    private HistoryValues values;

    protected HistoryOfTier() {
        this(null, null);
    }

    @Inject
    public HistoryOfTier(ChangeLog log, TierRecordView record) {
        this.log = log;
        this.record = record;
    }

    public List<HistoryRow> getRows() {
        return page().items();
    }

    /** Where older lines start; null on the last page. */
    public String getOlder() {
        return page().next();
    }

    public boolean isNewest() {
        return before() == Long.MAX_VALUE;
    }

    public String getCount() {
        return page().totalIsExact()
                ? Functions.text1("history.count", page().total())
                : Functions.text1("history.count.more", page().total());
    }

    /** What there is to choose from in the filters. */
    public HistoryValues getValues() {
        if (values == null) {
            values = log.values(record.getId());
        }
        return values;
    }

    /** Each field once, of whichever thing. */
    public List<HistoryValues.Field> getFields() {
        return getValues().fields().stream()
                .collect(Collectors.toMap(
                        HistoryValues.Field::field, field -> field, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    public boolean isFiltered() {
        return !filter().isEmpty();
    }

    /** What was chosen, as it stands in the URL. */
    public String chosen(String name) {
        return isFilter(name) ? Faces.getRequestParameter(name) : null;
    }

    private boolean isFilter(String name) {
        return FILTERS.contains(name) && !filter().isEmpty();
    }

    /** The filters as the end of a URL. */
    public String getQuery() {
        return FILTERS.stream()
                .map(name -> parameter(name, chosen(name)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    /** The history of the field of one thing. */
    public String fieldQuery(HistoryRow line) {
        return Stream.of(
                        parameter("field", line.field()),
                        parameter("entity", line.entity()),
                        parameter("entityId", String.valueOf(line.entityId())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    private static String parameter(String name, String value) {
        return value == null || value.isBlank()
                ? null
                : '&' + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Slice<HistoryRow> page() {
        if (page == null) {
            page = log.page(record.getId(), filter(), before(), PAGE);
        }
        return page;
    }

    /** An address that makes no sense shows everything. */
    private HistoryFilter filter() {
        if (filter == null) {
            try {
                filter = HistoryParams.filter(
                        parameter("field"),
                        parameter("entity"),
                        parameter("entityId"),
                        parameter("author"),
                        parameter("source"),
                        parameter("from"),
                        parameter("to"));
            } catch (BusinessException e) {
                filter = HistoryFilter.ALL;
            }
        }
        return filter;
    }

    private static String parameter(String name) {
        var text = Faces.getRequestParameter(name);
        return text == null || text.isBlank() ? null : text;
    }

    private static long before() {
        var text = Faces.getRequestParameter("before");
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
