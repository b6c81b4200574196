package fr.tiers.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * The ledger from the side of the batch engine. All but {@link #advance} and {@link #skip} are short transactions of their own: what they
 * tell is true whether the chunk around them commits or not.
 */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobRuns {

    @Inject
    private JobLedger ledger;

    @Inject
    private JobPositions positions;

    @Inject
    private Clock clock;

    /** {@code tiers.job.lease}: a run whose node is silent for longer is taken over. Heartbeats come every few seconds. */
    @Inject
    @ConfigProperty(name = "tiers.job.lease", defaultValue = "PT30S")
    private Duration lease;

    /** @throws LostRunException when there is no such run */
    public JobRun run(long id) {
        return ledger.run(id).orElseThrow(() -> new LostRunException(id));
    }

    /** Runs whose node fell silent, and runs whose pause is over. */
    public List<JobRun> orphans() {
        return ledger.orphans(lease);
    }

    /** @return the run with its new lease; empty when another node was faster */
    public Optional<JobRun> take(JobRun run) {
        return ledger.take(run, lease) ? ledger.run(run.id()) : Optional.empty();
    }

    /** @throws LostRunException when another node has it */
    public void running(JobRun run) {
        require(ledger.running(run.id(), run.lease()), run);
    }

    /** @return whether a stop is wanted; empty when the run is no longer ours */
    public Optional<Boolean> beat(long id, long lease) {
        return ledger.beat(id, lease);
    }

    public List<JobPartition> partitions(long id) {
        return positions.of(id);
    }

    /** Keeps the split of the work; it stays the same over every resume. */
    public void plan(JobRun run, List<JobPartition> partitions, long total) {
        positions.plan(run.id(), run.lease(), partitions, total);
    }

    /** Part of the chunk: position and counters move with the data, or not at all. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void advance(long id, long lease, JobProgress progress) {
        positions.advance(id, lease, progress);
    }

    /** Part of the chunk. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void skip(long id, String item, long tierId, String reason, String detail) {
        positions.skip(id, item, tierId, reason, detail);
    }

    public void completed(JobRun run) {
        ledger.end(run.id(), run.lease(), JobStatus.COMPLETED, null, null);
    }

    public void stopped(JobRun run) {
        ledger.end(run.id(), run.lease(), JobStatus.STOPPED, null, null);
    }

    /** @param failure code of the sentence shown */
    public void failed(JobRun run, String failure, String detail) {
        ledger.end(run.id(), run.lease(), JobStatus.FAILED, failure, detail);
    }

    /** Lets the run wait; it stays active and some node goes on with it. A stop that was asked for meanwhile wins. */
    public void postpone(JobRun run, Duration pause, String failure, String detail) {
        Instant until = clock.instant().plus(pause);
        if (!ledger.postpone(run.id(), run.lease(), until, failure, detail)) {
            stopped(run);
        }
    }

    private static void require(boolean ours, JobRun run) {
        if (!ours) {
            throw new LostRunException(run.id());
        }
    }
}
