package fr.tiers.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Sends a new mail right after the commit of the transaction that wrote it. Not a method of an EJB: the container would try to suspend a
 * transaction that is already over.
 */
@ApplicationScoped
public class OutboxKick {

    private final OutboxWorker worker;

    protected OutboxKick() {
        this(null);
    }

    @Inject
    public OutboxKick(OutboxWorker worker) {
        this.worker = worker;
    }

    void onEnqueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailEnqueued mail) {
        worker.deliver();
    }
}
