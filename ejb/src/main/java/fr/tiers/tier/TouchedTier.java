package fr.tiers.tier;

import fr.tiers.access.TierAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A change may open or close the tier to the caller: what the request knows of it is asked anew. */
@ApplicationScoped
public class TouchedTier {

    private final TierAccess access;

    protected TouchedTier() {
        this(null);
    }

    @Inject
    public TouchedTier(TierAccess access) {
        this.access = access;
    }

    void touched(@Observes TierTouched event) {
        access.forget(event.tierId());
    }
}
