package fr.tiers.address.web;

import fr.tiers.address.SiteFilter;
import fr.tiers.address.SiteOrder;
import fr.tiers.address.SiteRow;
import fr.tiers.address.Sites;
import fr.tiers.address.site.Opening;
import fr.tiers.customfield.web.FieldScope;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.tag.web.TagQuery;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;

/** All sites, by name. The whole state is in the URL. */
@Named("siteList")
@RequestScoped
public class SiteList {

    private static final String PAGE = "sites.xhtml";
    private static final int ROWS = 30;
    private static final Slice<SiteRow> NOTHING = new Slice<>(List.of(), null, 0, true);

    private final Sites sites;
    private final SiteFieldList fields;
    private final TagQuery tags;
    private final Refusals refusals;
    private final Clock clock;
    private final Map<String, String> query = new LinkedHashMap<>();
    private SiteOrder order = SiteOrder.BY_NAME;
    private Slice<SiteRow> slice;

    protected SiteList() {
        this(null, null, null, null, null);
    }

    @Inject
    public SiteList(Sites sites, SiteFieldList fields, TagQuery tags, Refusals refusals, Clock clock) {
        this.sites = sites;
        this.fields = fields;
        this.tags = tags;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** What cannot be understood of custom fields is left out: they come and go. */
    @PostConstruct
    void read() {
        take("q");
        take("technician");
        var given = Faces.getRequest().getParameterMap().keySet();
        fields.parameters(given).stream()
                .filter(name -> param(name) != null && fields.isReadable(name, param(name)))
                .forEach(this::take);
        var sort = param("sort");
        if (sort != null && fields.isSortable(sort.replaceFirst("^-", ""))) {
            order = SiteOrder.parse(sort);
            take("sort");
        }
    }

    private void take(String name) {
        if (param(name) != null) {
            query.put(name, param(name));
        }
    }

    public Slice<SiteRow> getSlice() {
        if (slice == null) {
            slice = NOTHING;
            refusals.guard(() -> slice = sites.search(
                    new SiteFilter(
                            Params.text("q", getQ()),
                            Params.text("technician", getTechnician()),
                            tags.tagged(),
                            FieldScope.conditions(query)),
                    order,
                    param("after"),
                    ROWS));
        }
        return slice;
    }

    public String get(String name) {
        return query.get(name);
    }

    public boolean isCustomAsked() {
        return !FieldScope.conditions(query).isEmpty();
    }

    /** @return as a column's head says it */
    public String sorted(String field) {
        return ListUrl.sorted(field, order.field(), order.descending());
    }

    /** The list sorted by a column; a second click turns it round. */
    public String sortUrl(String field) {
        return url(Map.of("sort", "ascending".equals(sorted(field)) ? '-' + field : field));
    }

    public String getFirstUrl() {
        return url(Map.of());
    }

    public String getNextUrl() {
        return url(Map.of("after", getSlice().next()));
    }

    private String url(Map<String, String> changes) {
        return tags.on(ListUrl.of(PAGE, query, changes));
    }

    /** The conditions about tags, each to be taken away. */
    public List<TagQuery.Chip> getTagChips() {
        return tags.chips(ListUrl.of(PAGE, query, Map.of()));
    }

    public List<Sites.Technician> getTechnicians() {
        return sites.technicians();
    }

    public Opening opening(SiteRow row) {
        return row.address().opening(clock.instant());
    }

    public boolean isFiltered() {
        return getQ() != null || getTechnician() != null || isCustomAsked() || tags.isAsked();
    }

    public boolean isLater() {
        return param("after") != null;
    }

    public String getQ() {
        return param("q");
    }

    public String getTechnician() {
        return param("technician");
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
