package fr.tiers.subscription;

import fr.tiers.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Gives the telling a thread of the container: a mass change takes longer than the timer's interval. */
@Stateless
@PermitAll
@RunAs(Role.Names.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TellingWorker {

    @Inject
    private Telling telling;

    /** Returns at once. */
    @Asynchronous
    public void tell() {
        telling.tell();
    }
}
