package fr.tiers.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Launches a run right after the commit of the transaction that opened it; a transaction that is rolled back launches nothing. Not a
 * method of an EJB: the container would try to suspend a transaction that is already over.
 */
@ApplicationScoped
public class JobKick {

    private final JobStarter starter;

    protected JobKick() {
        this(null);
    }

    @Inject
    public JobKick(JobStarter starter) {
        this.starter = starter;
    }

    void onOpened(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobOpened opened) {
        starter.launch(opened);
    }
}
