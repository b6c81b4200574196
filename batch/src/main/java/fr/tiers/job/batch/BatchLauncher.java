package fr.tiers.job.batch;

import fr.tiers.job.JobLauncher;
import fr.tiers.job.JobOffer;
import fr.tiers.job.JobRun;
import jakarta.annotation.security.PermitAll;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;

/**
 * Starts executions of Jakarta Batch. Every start is a new execution, a resume too: the ledger knows the position, the engine's own
 * restart is not relied on. An EJB, because the engine finds job XML through the caller's module, and that must be this one.
 */
@Stateless
@LocalBean
@Local(JobLauncher.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchLauncher implements JobLauncher {

    @Inject
    private RunningJobs running;

    @Inject
    private Schedules schedules;

    @Override
    public List<JobOffer> offers() {
        return schedules.jobs();
    }

    @Override
    public boolean offers(String job) {
        return job.matches("[a-z][a-z0-9-]*")
                && BatchLauncher.class.getResource("/META-INF/batch-jobs/" + job + ".xml") != null;
    }

    @Override
    public long launch(JobRun run) {
        // Before the engine has a free thread: the heartbeat must cover the wait for one.
        var control = running.add(run);
        try {
            var parameters = new Properties();
            parameters.setProperty("run", String.valueOf(run.id()));
            var executionId = BatchRuntime.getJobOperator().start(run.job(), parameters);
            control.executing(executionId);
            return executionId;
        } catch (RuntimeException e) {
            running.remove(control);
            throw e;
        }
    }

    @Override
    public void stop(long runId) {
        running.find(runId).ifPresent(RunControl::stop);
    }
}
