package fr.tiers.mail;

import fr.tiers.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Gives the delivery a thread of the container, as the system and without a transaction: SMTP must not hold a database connection. */
@Stateless
@PermitAll
@RunAs(Role.Names.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxWorker {

    @Inject
    private OutboxDelivery delivery;

    /** Returns at once. */
    @Asynchronous
    public void deliver() {
        delivery.deliver();
    }
}
