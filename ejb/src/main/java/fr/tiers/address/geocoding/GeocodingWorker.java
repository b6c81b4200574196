package fr.tiers.address.geocoding;

import fr.tiers.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Gives the run a thread of the container, as the system and without a transaction: no connection waits for a geocoder. */
@Stateless
@PermitAll
@RunAs(Role.Names.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GeocodingWorker {

    @Inject
    private GeocodingRun run;

    /** Returns at once. */
    @Asynchronous
    public void work() {
        run.work();
    }
}
