package fr.tiers.contact.web;

import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.web.TierPick;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Proposes tiers while their name is typed. */
@Named("contactTiers")
@RequestScoped
public class TierCompletion {

    private static final int MOST = 10;

    private final TierSearch search;

    protected TierCompletion() {
        this(null);
    }

    @Inject
    public TierCompletion(TierSearch search) {
        this.search = search;
    }

    public List<TierPick> complete(String words) {
        return search.rows(TierFilter.words(words), TierOrder.BY_NAME, 0, MOST).stream()
                .map(row -> new TierPick(row.id(), row.name() + " · " + row.code()))
                .toList();
    }
}
