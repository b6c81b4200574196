package fr.tiers.job.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Every few seconds: tells the ledger which runs this node is at, hears from it whether one is to stop or was taken over, and takes over
 * what other nodes (or this one before a crash) left behind. A slow provider does not hold a heartbeat up, it has its own thread.
 */
@Startup
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Set<BatchStatus> OVER =
            Set.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    @Inject
    private LedgerGateway ledger;

    @Inject
    private BatchLauncher launcher;

    @Inject
    private RunningJobs running;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        for (var control : running.all()) {
            quietly(() -> beat(control));
        }
        quietly(this::takeOver);
    }

    private void beat(RunControl control) {
        if (isOver(control.executionId())) {
            // The engine ended it without telling the listener: silent from now on, so that the run is taken up again.
            running.remove(control);
            return;
        }
        var stopWanted = ledger.beat(control.run());
        if (stopWanted.isEmpty()) {
            control.lose();
        } else if (stopWanted.get()) {
            control.stop();
        }
    }

    private void takeOver() {
        for (var orphan : ledger.orphans()) {
            if (running.find(orphan.id()).isEmpty() && launcher.offers(orphan.job())) {
                ledger.take(orphan).ifPresent(run -> {
                    LOG.infof("Run %d of %s goes on here", run.id(), run.job());
                    launcher.launch(run);
                });
            }
        }
    }

    private static boolean isOver(long executionId) {
        if (executionId == 0) {
            return false;
        }
        try {
            return OVER.contains(
                    BatchRuntime.getJobOperator().getJobExecution(executionId).getBatchStatus());
        } catch (NoSuchJobExecutionException e) {
            return true;
        }
    }

    /** The database may be away for a while; the next tick tries again. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("Heartbeat of jobs: %s", e);
        }
    }
}
