package fr.tiers.address.web;

import fr.tiers.address.geocoding.GeocodingStatus;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Messages;

/** How the geocoding fares, for administrators. */
@Named("geocodingPage")
@RequestScoped
public class GeocodingPage {

    private final GeocodingStatus status;
    private final Refusals refusals;
    private Map<String, Long> counts;

    protected GeocodingPage() {
        this(null, null);
    }

    @Inject
    public GeocodingPage(GeocodingStatus status, Refusals refusals) {
        this.status = status;
        this.refusals = refusals;
    }

    public Map<String, Long> getCounts() {
        if (counts == null) {
            counts = status.counts();
        }
        return counts;
    }

    public List<String> getStates() {
        return List.copyOf(getCounts().keySet());
    }

    public boolean isRetriable() {
        return getCounts().get("FAILED") + getCounts().get("NOT_FOUND") > 0;
    }

    public void retry() {
        refusals.guard(() -> Messages.addGlobalInfo(Functions.text1("address.geocoding.retried", status.retry())));
        counts = null;
    }
}
