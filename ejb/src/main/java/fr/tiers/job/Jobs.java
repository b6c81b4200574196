package fr.tiers.job;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * Starting, watching and stopping jobs. Works outside transactions: the ledger's line must be there before the engine starts, and each
 * change of it is one statement.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    @Inject
    private JobLedger ledger;

    @Inject
    private JobSearch search;

    @Inject
    private Callers callers;

    @Inject
    @Any
    private Instance<JobLauncher> launchers;

    /**
     * @param name of the job, e.g. {@code key-figures}
     * @param parameters kept with the run; what they mean is the job's business
     * @throws BusinessException NOT_FOUND for an unknown job; CONFLICT {@code job-already-running}, on whatever node
     */
    public JobExecution start(String name, Map<String, String> parameters) {
        var launcher = launcher(name);
        var id = ledger.open(name, parameters, callers.current().login())
                .orElseThrow(() -> new BusinessException(Kind.CONFLICT, "job-already-running", name));
        return launch(launcher, id);
    }

    /**
     * Goes on with a failed or stopped run where it was.
     *
     * @throws BusinessException CONFLICT {@code job-already-running}, or {@code job-not-restartable} for a completed one
     */
    public JobExecution restart(long id) {
        var execution = execution(id);
        var launcher = launcher(execution.job());
        if (execution.status() == JobStatus.COMPLETED) {
            throw new BusinessException(Kind.CONFLICT, "job-not-restartable", id);
        }
        if (!ledger.reopen(id)) {
            throw new BusinessException(Kind.CONFLICT, "job-already-running", execution.job());
        }
        return launch(launcher, id);
    }

    /**
     * Asks a run to stop; it does within one item. Asking twice, or for one that has ended, changes nothing.
     *
     * @throws BusinessException NOT_FOUND
     */
    public JobExecution stop(long id) {
        var execution = execution(id);
        if (ledger.requestStop(id) && !ledger.stopWaiting(id)) {
            launcher(execution.job()).stop(id);
        }
        return execution(id);
    }

    /** The jobs there are. */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, ASSISTANT, ACCOUNTING})
    public List<JobOverview> catalogue() {
        return launchers.stream()
                .flatMap(launcher -> launcher.offers().stream())
                .map(job -> new JobOverview(job, search.latest(job.name()).orElse(null)))
                .toList();
    }

    /** @throws BusinessException NOT_FOUND */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, ASSISTANT, ACCOUNTING, SYSTEM})
    public JobExecution execution(long id) {
        return search.execution(id).orElseThrow(() -> BusinessException.notFound("job-execution", id));
    }

    /**
     * @param after cursor of the page before, null for the first page
     * @param limit 1 to 200
     * @return newest first
     */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, ASSISTANT, ACCOUNTING})
    public Slice<JobExecution> executions(String after, int limit) {
        return search.executions(after, limit);
    }

    /**
     * What a run passed over, and why. It names tiers, so only those who see every tier may read it.
     *
     * @param after cursor of the page before, null for the first page
     * @param limit 1 to 200
     * @throws BusinessException NOT_FOUND
     */
    @RolesAllowed({ADMINISTRATOR, ASSISTANT, ACCOUNTING})
    public Slice<JobSkip> skips(long id, String after, int limit) {
        execution(id);
        return search.skips(id, after, limit);
    }

    private JobExecution launch(JobLauncher launcher, long id) {
        var run = ledger.run(id).orElseThrow();
        try {
            ledger.launched(id, run.lease(), launcher.launch(run));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Run %d of %s cannot be launched", id, run.job());
            ledger.end(id, run.lease(), JobStatus.FAILED, "launch-failed", e.getMessage());
        }
        return execution(id);
    }

    private JobLauncher launcher(String name) {
        return launchers.stream()
                .filter(launcher -> launcher.offers(name))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("job", name));
    }
}
