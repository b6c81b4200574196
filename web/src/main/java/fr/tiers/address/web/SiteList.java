package fr.tiers.address.web;

import fr.tiers.address.SiteFilter;
import fr.tiers.address.SiteRow;
import fr.tiers.address.Sites;
import fr.tiers.address.site.Opening;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.omnifaces.util.Faces;

/** All sites, by name. The whole state is in the URL. */
@Named("siteList")
@RequestScoped
public class SiteList {

    private static final int ROWS = 30;
    private static final Slice<SiteRow> NOTHING = new Slice<>(List.of(), null, 0, true);

    private final Sites sites;
    private final Refusals refusals;
    private final Clock clock;
    private Slice<SiteRow> slice;

    protected SiteList() {
        this(null, null, null);
    }

    @Inject
    public SiteList(Sites sites, Refusals refusals, Clock clock) {
        this.sites = sites;
        this.refusals = refusals;
        this.clock = clock;
    }

    public Slice<SiteRow> getSlice() {
        if (slice == null) {
            slice = NOTHING;
            refusals.guard(() -> slice = sites.search(
                    new SiteFilter(Params.text("q", getQ()), Params.text("technician", getTechnician())),
                    param("after"),
                    ROWS));
        }
        return slice;
    }

    public List<Sites.Technician> getTechnicians() {
        return sites.technicians();
    }

    public Opening opening(SiteRow row) {
        return row.address().opening(clock.instant());
    }

    public boolean isFiltered() {
        return getQ() != null || getTechnician() != null;
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
