package fr.tiers.job.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens and ends a run in the ledger. Every job XML names it as its listener, with the property {@code run}. */
@Named
@Dependent
public class RunListener implements JobListener {

    private static final Logger LOG = Logger.getLogger(RunListener.class);

    @Inject
    private RunningJobs running;

    @Inject
    private LedgerGateway ledger;

    @Inject
    @BatchProperty
    private String run;

    /** {@code tiers.job.retries}: how often in a row a run without progress goes on by itself before it fails. */
    @Inject
    @ConfigProperty(name = "tiers.job.retries", defaultValue = "5")
    private int retries;

    /** Kept from the start: the heartbeat drops a run as soon as the engine calls it over, which may be before the end of this. */
    private RunControl control;

    @Override
    public void beforeJob() {
        control = running.of(run);
        ledger.running(control.run());
    }

    @Override
    public void afterJob() {
        try {
            end();
        } finally {
            running.remove(control);
        }
    }

    private void end() {
        var it = control.run();
        if (control.isLost()) {
            LOG.infof("Run %d of %s went to another node", it.id(), it.job());
        } else if (control.isStopped()) {
            ledger.stopped(it);
        } else if (control.failure() != null) {
            endFailed(control.failure());
        } else if (control.isDone(ledger.partitions(it))) {
            ledger.completed(it);
        } else {
            endFailed(Setback.INTERRUPTED);
        }
    }

    private void endFailed(RunControl.Failure failure) {
        var it = control.run();
        LOG.warnf("Run %d of %s: %s, %s", it.id(), it.job(), failure.code(), failure.detail());
        // The ledger's count: chunks of this execution may have made progress and reset it.
        var attempts = ledger.run(it.id()).attempts();
        var pause = Setback.pause(failure, attempts, retries);
        if (pause.isPresent()) {
            ledger.postpone(it, pause.get(), failure.code(), failure.detail());
        } else {
            ledger.failed(it, failure.code(), failure.detail());
        }
    }
}
