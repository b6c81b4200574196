package fr.tiers.job;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * Starting, watching and stopping jobs. A start is a line of the ledger in the caller's transaction, so that it is kept or lost with
 * whatever belongs to it (an Idempotency-Key); the engine gets the run after the commit ({@link JobKick}).
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, SYSTEM})
public class Jobs {

    private final JobLedger ledger;
    private final JobSearch search;
    private final Callers callers;
    private final JobLaunchers launchers;
    private final Event<JobOpened> opened;

    protected Jobs() {
        this(null, null, null, null, null);
    }

    @Inject
    public Jobs(JobLedger ledger, JobSearch search, Callers callers, JobLaunchers launchers, Event<JobOpened> opened) {
        this.ledger = ledger;
        this.search = search;
        this.callers = callers;
        this.launchers = launchers;
        this.opened = opened;
    }

    /**
     * Opens a run; it starts when the transaction has committed.
     *
     * @param name of the job, e.g. {@code key-figures}
     * @param parameters kept with the run; what they mean is the job's business
     * @throws BusinessException NOT_FOUND for an unknown job; CONFLICT {@code job-already-running}, on whatever node
     */
    public JobExecution start(String name, Map<String, String> parameters) {
        if (launchers.offers().stream().noneMatch(job -> job.name().equals(name))) {
            throw BusinessException.notFound("job", name);
        }
        return begin(name, parameters);
    }

    /**
     * Opens a run of a job that belongs to something its feature keeps, and that nobody starts by itself. Whether the caller may is for the
     * feature to ask.
     *
     * @throws BusinessException as {@link #start}
     */
    @PermitAll
    public JobExecution begin(String name, Map<String, String> parameters) {
        launchers.of(name);
        var id = ledger.open(name, parameters, callers.current().login())
                .orElseThrow(() -> new BusinessException(Kind.CONFLICT, "job-already-running", name));
        return opened(id);
    }

    /**
     * As {@link #begin(String, Map)}, of a job that may run several times at once: the run takes the first lane that is free.
     *
     * @param lanes how many there are; each run needs threads of the engine, which are few
     * @throws BusinessException CONFLICT {@code job-already-running} when every lane is taken
     */
    @PermitAll
    public JobExecution begin(String name, Map<String, String> parameters, int lanes) {
        launchers.of(name);
        var login = callers.current().login();
        for (int lane = 1; lane <= lanes; lane++) {
            var own = new HashMap<>(parameters);
            own.put("lane", String.valueOf(lane));
            var id = ledger.open(name, own, login);
            if (id.isPresent()) {
                return opened(id.getAsLong());
            }
        }
        throw new BusinessException(Kind.CONFLICT, "job-already-running", name);
    }

    /**
     * Goes on with a failed or stopped run where it was, when the transaction has committed.
     *
     * @throws BusinessException CONFLICT {@code job-already-running}, or {@code job-not-restartable} for a completed one
     */
    public JobExecution restart(long id) {
        return resume(id);
    }

    /**
     * Asks a run to stop; it does within one item. Asking twice, or for one that has ended, changes nothing. Outside any transaction:
     * the run's thread hears of it at once, so the ledger must know by then.
     *
     * @throws BusinessException NOT_FOUND
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public JobExecution stop(long id) {
        return halt(id);
    }

    /**
     * The run of something that its feature keeps. Whether the caller may know is for the feature to ask.
     *
     * @throws BusinessException NOT_FOUND
     */
    @PermitAll
    public JobExecution follow(long id) {
        return search.execution(id).orElseThrow(() -> BusinessException.notFound("job-execution", id));
    }

    /** As {@link #stop}, of the run of something that its feature keeps. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public JobExecution halt(long id) {
        var execution = follow(id);
        if (ledger.requestStop(id) && !ledger.stopWaiting(id)) {
            launchers.of(execution.job()).stop(id);
        }
        return follow(id);
    }

    /** As {@link #restart}, of the run of something that its feature keeps. */
    @PermitAll
    public JobExecution resume(long id) {
        var execution = follow(id);
        launchers.of(execution.job());
        if (execution.status() == JobStatus.COMPLETED) {
            throw new BusinessException(Kind.CONFLICT, "job-not-restartable", id);
        }
        if (!ledger.reopen(id)) {
            throw new BusinessException(Kind.CONFLICT, "job-already-running", execution.job());
        }
        return opened(id);
    }

    /** The jobs there are. */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, ASSISTANT, ACCOUNTING})
    public List<JobOverview> catalogue() {
        return launchers.offers().stream()
                .map(job -> new JobOverview(job, search.latest(job.name()).orElse(null)))
                .toList();
    }

    /** @throws BusinessException NOT_FOUND */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, ASSISTANT, ACCOUNTING, SYSTEM})
    public JobExecution execution(long id) {
        return follow(id);
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

    private JobExecution opened(long id) {
        opened.fire(new JobOpened(id, ledger.run(id).orElseThrow().lease()));
        return follow(id);
    }
}
