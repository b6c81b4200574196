package fr.tiers.history.web;

import fr.tiers.history.HistoryRow;
import fr.tiers.tier.TierService;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** A page of the change log; {@code ?before=} in the URL is where the page starts. */
@Named("historyOfTier")
@RequestScoped
public class HistoryOfTier {

    private static final int PAGE = 50;

    private final TierService tiers;
    private final TierRecordView record;
    private List<HistoryRow> read;

    protected HistoryOfTier() {
        this(null, null);
    }

    @Inject
    public HistoryOfTier(TierService tiers, TierRecordView record) {
        this.tiers = tiers;
        this.record = record;
    }

    public List<HistoryRow> getRows() {
        return read().stream().limit(PAGE).toList();
    }

    /** Where older lines start; null on the last page. */
    public Long getOlder() {
        return read().size() > PAGE ? read().get(PAGE - 1).id() : null;
    }

    public boolean isNewest() {
        return before() == Long.MAX_VALUE;
    }

    private List<HistoryRow> read() {
        if (read == null) {
            // one more than shown tells whether there is another page
            read = tiers.history(record.getId(), before(), PAGE + 1);
        }
        return read;
    }

    private static long before() {
        var text = Faces.getRequestParameter("before");
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
