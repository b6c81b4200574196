package fr.tiers.address.geocoding;

import fr.tiers.tier.TierTouched;
import fr.tiers.tier.TiersCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes the worker right after the commit that may have changed an address. Not a method of an EJB: the transaction is over. */
@ApplicationScoped
public class GeocodingKick {

    private final GeocodingWorker worker;

    protected GeocodingKick() {
        this(null);
    }

    @Inject
    public GeocodingKick(GeocodingWorker worker) {
        this.worker = worker;
    }

    void onTouched(@Observes(during = TransactionPhase.AFTER_SUCCESS) TierTouched tier) {
        worker.work();
    }

    void onCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) TiersCreated tiers) {
        worker.work();
    }
}
