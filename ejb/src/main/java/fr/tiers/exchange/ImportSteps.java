package fr.tiers.exchange;

import fr.tiers.access.Callers;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static fr.tiers.access.Role.Names.SYSTEM;

/** Some rows of an import in a transaction of their own, in the name of the user who started the run. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportSteps {

    private static final String PATH = "IMPORT";

    @Inject
    private Callers callers;

    @Inject
    private Source source;

    @Inject
    private Planners planners;

    @Inject
    private RowTable rows;

    @Inject
    private Db db;

    @Resource
    private SessionContext context;

    /** What each row of a block may claim. */
    public List<List<String>> claims(ImportJob job, ImportSettings settings, List<List<String>> cells) {
        standIn(job);
        return db.inBlock(() -> {
            var planner = planners.planner(settings);
            return cells.stream().map(planner::claims).toList();
        });
    }

    /**
     * Plans rows from the first on. Some refusals leave a transaction that can only be given up, so planning ends with the row that met one;
     * the caller asks again for the rest. Nothing of it is kept.
     */
    public Map<Integer, RowPlan> plan(ImportJob job, ImportSettings settings, List<RowText> wanted) {
        standIn(job);
        var plans = db.inBlock(() -> plans(job, planners.planner(settings), wanted));
        context.setRollbackOnly();
        return plans;
    }

    private Map<Integer, RowPlan> plans(ImportJob job, Planner planner, List<RowText> wanted) {
        var earlier = earlier(job, planner, wanted);
        var known = planner.known(wanted.stream().map(RowText::cells).toList());
        var plans = new LinkedHashMap<Integer, RowPlan>();
        for (int i = 0; i < wanted.size() && !context.getRollbackOnly(); i++) {
            var row = wanted.get(i);
            plans.put(
                    row.number(),
                    planner.plan(known, i, row.cells().size(), earlier.getOrDefault(row.number(), Map.of())));
        }
        return plans;
    }

    private Map<Integer, Map<String, Integer>> earlier(ImportJob job, Planner planner, List<RowText> wanted) {
        var claims = new HashMap<Integer, List<String>>();
        wanted.forEach(row -> claims.put(row.number(), planner.claims(row.cells())));
        var all = new HashSet<String>();
        claims.values().forEach(all::addAll);
        var owners = rows.owners(job.importId(), all);
        var earlier = new HashMap<Integer, Map<String, Integer>>();
        claims.forEach((number, own) -> own.forEach(claim -> {
            var owner = owners.getOrDefault(claim, number);
            if (owner < number) {
                earlier.computeIfAbsent(number, each -> new HashMap<>()).put(claim, owner);
            }
        }));
        return earlier;
    }

    /**
     * Writes what the plan says; all of these rows or none.
     *
     * @throws BusinessException as the services refuse a row
     */
    public void write(ImportJob job, ImportSettings settings, List<Integer> numbers) {
        standIn(job);
        db.inBlock(() -> {
            var written = planners.writer(settings).write(waiting(job, numbers));
            rows.written(job.importId(), written);
            return written;
        });
    }

    private List<RowText> waiting(ImportJob job, List<Integer> numbers) {
        return rows.locked(job.importId(), numbers).stream()
                .filter(row -> "PLANNED".equals(row.state()))
                .toList();
    }

    /** A row that was refused: keeps why. */
    public void refused(ImportJob job, int number, List<RowProblem> problems) {
        for (var row : waiting(job, List.of(number))) {
            var plan = row.plan();
            rows.notWritten(
                    job.importId(), number, new RowPlan(Result.ERROR, plan.tierId(), null, plan.changes(), problems));
        }
    }

    /** A row whose plan no longer holds: lists what it would do now. */
    public void changed(ImportJob job, int number, RowPlan now) {
        for (var row : waiting(job, List.of(number))) {
            rows.notWritten(job.importId(), row.number(), now.withResult(Result.CHANGED));
        }
    }

    /**
     * Takes rows back; all of these or none.
     *
     * @throws BusinessException as the services refuse a row
     */
    public void revert(ImportJob job, ImportSettings settings, List<Integer> numbers) {
        standIn(job);
        var revert = planners.revert(settings);
        for (var row : rows.locked(job.importId(), numbers)) {
            if (!"REVERTED".equals(row.state())) {
                revert.revert(row);
                rows.reverted(job.importId(), row.number(), List.of());
            }
        }
    }

    /** A row that could not be taken back: keeps why. */
    public void kept(ImportJob job, int number, List<RowProblem> problems) {
        rows.reverted(job.importId(), number, problems);
    }

    /** In blocks of their own transactions: a large file is not one long one. */
    public void insert(ImportJob job, List<RowTable.NewRow> read) {
        rows.insert(job.importId(), read);
    }

    /** What an earlier simulation said. */
    public void clear(ImportJob job) {
        rows.clear(job.importId());
    }

    /** What a block was planned as. */
    public void planned(ImportJob job, Map<Integer, RowPlan> plans) {
        rows.planned(job.importId(), plans);
    }

    private void standIn(ImportJob job) {
        callers.standIn(job.login());
        source.set(PATH);
    }
}
