package fr.tiers.job.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.JobProgress;
import fr.tiers.job.JobRun;
import fr.tiers.job.JobRuns;
import fr.tiers.job.Jobs;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static fr.tiers.access.Role.Names.SYSTEM;

/** Batch threads and timers have no user: here they become the system for the ledger. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LedgerGateway {

    @Inject
    private JobRuns runs;

    @Inject
    private Jobs jobs;

    public void start(String job, Map<String, String> parameters) {
        jobs.start(job, parameters);
    }

    public JobRun run(long id) {
        return runs.run(id);
    }

    public List<JobRun> orphans() {
        return runs.orphans();
    }

    public Optional<JobRun> take(JobRun run) {
        return runs.take(run);
    }

    public void running(JobRun run) {
        runs.running(run);
    }

    public Optional<Boolean> beat(JobRun run) {
        return runs.beat(run.id(), run.lease());
    }

    public List<JobPartition> partitions(JobRun run) {
        return runs.partitions(run.id());
    }

    public JobPartition partition(JobRun run, int number) {
        return partitions(run).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    public void plan(JobRun run, List<JobPartition> partitions, long total) {
        runs.plan(run, partitions, total);
    }

    public void advance(JobRun run, JobProgress progress) {
        runs.advance(run.id(), run.lease(), progress);
    }

    public void skip(JobRun run, String item, long tierId, String reason, String detail) {
        runs.skip(run.id(), item, tierId, reason, detail);
    }

    public void completed(JobRun run) {
        runs.completed(run);
    }

    public void stopped(JobRun run) {
        runs.stopped(run);
    }

    public void failed(JobRun run, String failure, String detail) {
        runs.failed(run, failure, detail);
    }

    public void postpone(JobRun run, Duration pause, String failure, String detail) {
        runs.postpone(run, pause, failure, detail);
    }
}
