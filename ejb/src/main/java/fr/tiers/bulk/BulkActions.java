package fr.tiers.bulk;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.bulk.BulkJob.Phase;
import fr.tiers.job.JobExecution;
import fr.tiers.job.Jobs;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.TierSearch;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bulk actions of those who may do one; each user has his own, an administrator all. */
@Stateless
@PermitAll
public class BulkActions {

    /** Tiers that are named one by one. */
    public static final int MAX_IDS = 10_000;

    /** Tiers of one action. */
    public static final int MAX_ROWS = 1_000_000;

    @Inject
    private TierAccess access;

    @Inject
    private TierSearch search;

    @Inject
    private Callers callers;

    @Inject
    private BulkCatalogue catalogue;

    @Inject
    private BulkTable table;

    @Inject
    private BulkRows rows;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    /** {@code tiers.bulk.undo}: how long a bulk action can be undone after it was applied, as ISO 8601 period in days. */
    @Inject
    @ConfigProperty(name = "tiers.bulk.undo", defaultValue = "P30D")
    private Period undoPeriod;

    /** Codes of the actions that the caller may do with some tiers at least. */
    public List<String> offered() {
        return catalogue.all().stream()
                .filter(action -> action.rights().stream().allMatch(access::may))
                .map(BulkAction::code)
                .toList();
    }

    /** Whether there is a way back from an action. */
    public boolean isUndoable(String action) {
        return catalogue.action(action).isUndoable();
    }

    /**
     * Plans an action: which tiers is settled now, what it would do to each is found out by a run that starts with the commit.
     *
     * @throws BusinessException INVALID with every violation; FORBIDDEN when the action is possible with no tier at all; CONFLICT
     *     {@code job-already-running} when too many are under way
     */
    public BulkView plan(BulkWish wish) {
        var action = catalogue.action(wish.action());
        action.rights().forEach(access::require);
        var parameters = action.check(wish.parameters());
        var ids = wish.ids() == null ? search.ids(wish.filter(), MAX_ROWS + 1) : named(wish.ids());
        if (ids.isEmpty()) {
            throw BusinessException.invalid("ids", "bulk-nothing-selected");
        }
        if (ids.size() > MAX_ROWS) {
            throw BusinessException.invalid("ids", "too-many", MAX_ROWS);
        }
        var login = callers.current().login();
        long id = table.insert(action.code(), parameters, wish.selection(), ids, login);
        return start(table.find(id).orElseThrow(), Phase.PLAN);
    }

    private static List<Long> named(List<Long> ids) {
        if (ids.size() > MAX_IDS) {
            throw BusinessException.invalid("ids", "too-many", MAX_IDS);
        }
        if (ids.stream().anyMatch(Objects::isNull)) {
            throw BusinessException.invalid("ids", "required");
        }
        return ids.stream().distinct().toList();
    }

    /**
     * @param before id of the last one of the page before
     * @return newest first, without their counts
     */
    public Slice<BulkView> list(long before, int limit) {
        var caller = callers.current();
        var page = table.page(caller.has(Role.ADMINISTRATOR) ? null : caller.login(), before, limit);
        return new Slice<>(
                page.items().stream().map(kept -> view(kept, Map.of())).toList(),
                page.next(),
                page.total(),
                page.totalIsExact());
    }

    /** @throws BusinessException NOT_FOUND for one of somebody else */
    public BulkView get(long id) {
        var kept = own(id);
        return view(kept, rows.counts(id));
    }

    /**
     * How far the last run is: cheap, for those who look again and again.
     *
     * @throws BusinessException NOT_FOUND for one of somebody else, or when the record of the run is gone
     */
    public JobExecution progress(long id) {
        return jobs.follow(runOf(id));
    }

    private BulkTable.Kept own(long id) {
        return table.find(id)
                .filter(kept -> isOpenTo(callers.current(), kept))
                .orElseThrow(() -> BusinessException.notFound("bulk-action", id));
    }

    private static boolean isOpenTo(Caller caller, BulkTable.Kept kept) {
        return caller.has(Role.ADMINISTRATOR) || kept.createdBy().equals(caller.login());
    }

    private BulkView view(BulkTable.Kept kept, Map<String, Long> counts) {
        var run = kept.runId() == null ? null : jobs.follow(kept.runId());
        boolean undoable = catalogue.action(kept.action()).isUndoable();
        return new BulkView(
                kept.id(),
                kept.version(),
                kept.action(),
                kept.parameters().values(),
                kept.selection(),
                kept.rows(),
                BulkStatus.of(kept.phase(), run),
                counts,
                run,
                undoable,
                undoable && kept.appliedAt() != null ? kept.appliedAt().plus(undoPeriod) : null,
                kept.createdBy(),
                kept.createdAt());
    }

    /**
     * Does exactly what the plan says, in the caller's name.
     *
     * @throws BusinessException STALE with the version; CONFLICT without a finished plan, or when too many are under way
     */
    public BulkView run(long id, long version) {
        var kept = requireVersion(id, version);
        if (view(kept, Map.of()).status() != BulkStatus.PLANNED) {
            throw new BusinessException(Kind.CONFLICT, "bulk-not-planned");
        }
        return start(kept, Phase.RUN);
    }

    /**
     * Takes back what was done; a tier that somebody has touched since stays.
     *
     * @throws BusinessException STALE with the version; CONFLICT when nothing was done, there is no way back or it is too late
     */
    public BulkView undo(long id, long version) {
        var kept = requireVersion(id, version);
        var now = view(kept, rows.counts(id));
        if (!now.undoable()) {
            throw new BusinessException(Kind.CONFLICT, "bulk-not-undoable");
        }
        if (!now.status().isRun() || now.count("APPLIED") == 0) {
            throw new BusinessException(Kind.CONFLICT, "bulk-not-run");
        }
        if (!now.isUndoable(clock.instant())) {
            throw new BusinessException(Kind.CONFLICT, "bulk-undo-too-late", undoPeriod.getDays());
        }
        return start(kept, Phase.UNDO);
    }

    private BulkView start(BulkTable.Kept kept, Phase phase) {
        var parameters = BulkJob.parameters(phase, kept.id(), callers.current().login());
        var run = jobs.begin(phase.job(), parameters, BulkJob.LANES);
        table.started(kept.id(), kept.version(), phase, run.id());
        return get(kept.id());
    }

    /** Lets a stopped or failed run go on where it was. */
    public BulkView resume(long id) {
        jobs.resume(runOf(id));
        return get(id);
    }

    /** Asks the run to stop; it does within a few rows. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BulkView cancel(long id) {
        jobs.halt(runOf(id));
        return get(id);
    }

    private long runOf(long id) {
        return Optional.ofNullable(own(id).runId()).orElseThrow(() -> BusinessException.notFound("run", id));
    }

    private BulkTable.Kept requireVersion(long id, long version) {
        var kept = own(id);
        if (kept.version() != version) {
            throw BusinessException.stale("bulk-action", id);
        }
        return kept;
    }

    /**
     * The tiers and what becomes of each.
     *
     * @param kind a result, APPLIED, UNDONE, KEPT, or NOT_APPLIED (refused or changed meanwhile); null for all
     * @param after number of the last row of the page before
     * @throws BusinessException INVALID for an unknown kind; NOT_FOUND for one of somebody else
     */
    public Slice<BulkRow> rows(long id, String kind, int after, int limit) {
        var kept = own(id);
        if (kind != null && !BulkRows.KINDS.containsKey(kind)) {
            throw BusinessException.invalid("result", "unknown-value", kind);
        }
        var page = rows.page(id, kind, after, limit, callers.current());
        var items = List.copyOf(page.subList(0, Math.min(limit, page.size())));
        var next = page.size() > limit ? String.valueOf(items.get(limit - 1).number()) : null;
        return new Slice<>(items, next, total(kept, kind), true);
    }

    private long total(BulkTable.Kept kept, String kind) {
        if (kind == null) {
            return kept.rows();
        }
        var counts = rows.counts(kept.id());
        return "NOT_APPLIED".equals(kind)
                ? counts.getOrDefault("REFUSED", 0L) + counts.getOrDefault("CHANGED_SINCE", 0L)
                : counts.getOrDefault(kind, 0L);
    }
}
