package fr.tiers.job;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Hands an opened run to the batch engine, on a thread of the container and outside transactions. Should the server end before it gets
 * here, the run has no heartbeat and is taken over like any other that was left behind.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobStarter {

    private static final Logger LOG = Logger.getLogger(JobStarter.class);

    private final JobLedger ledger;
    private final JobLaunchers launchers;

    protected JobStarter() {
        this(null, null);
    }

    @Inject
    public JobStarter(JobLedger ledger, JobLaunchers launchers) {
        this.ledger = ledger;
        this.launchers = launchers;
    }

    /** Returns at once. */
    @Asynchronous
    public void launch(JobOpened opened) {
        // A first heartbeat: the lease may have run out while the thread was waited for.
        var stopWanted = ledger.beat(opened.id(), opened.lease());
        if (stopWanted.isEmpty()) {
            LOG.infof("Run %d was taken over or ended before it was launched here", opened.id());
        } else if (stopWanted.get()) {
            ledger.end(opened.id(), opened.lease(), JobStatus.STOPPED, null, null);
        } else {
            ledger.run(opened.id()).ifPresent(this::handOver);
        }
    }

    private void handOver(JobRun run) {
        try {
            ledger.launched(run.id(), run.lease(), launchers.of(run.job()).launch(run));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Run %d of %s cannot be launched", run.id(), run.job());
            ledger.end(run.id(), run.lease(), JobStatus.FAILED, "launch-failed", e.getMessage());
        }
    }
}
