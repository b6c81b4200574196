package fr.tiers.exchange;

import fr.tiers.exchange.ImportJob.Phase;
import fr.tiers.exchange.file.TableFile;
import fr.tiers.job.IdRange;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.ConstraintNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * The work of the three runs of an import: reads the file and plans every row, writes the plan, takes it back. Each method can be repeated: a row
 * knows by itself whether it was written, so a server that is killed doubles nothing.
 */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWork {

    private static final int BLOCK = 500;

    @Inject
    private ImportTable imports;

    @Inject
    private ImportFiles files;

    @Inject
    private RowTable rows;

    @Inject
    private ImportSteps steps;

    /**
     * What became of some rows.
     *
     * @param unchanged rows that are as they are already
     * @param skipped rows that were not written or taken back
     */
    public record Outcome(long unchanged, long skipped) {}

    /** The work, in stretches; before a simulation the rows are read from the file. */
    public List<IdRange> ranges(ImportJob job, int wanted) {
        if (job.phase() == Phase.SIMULATION) {
            read(job);
        }
        return rows.ranges(job.phase(), job.importId(), wanted);
    }

    /** @return numbers of rows, after the one and up to the other */
    public List<Integer> page(ImportJob job, long after, long to, int limit) {
        return rows.numbers(job.phase(), job.importId(), after, to, limit);
    }

    /** @throws BusinessException FORBIDDEN {@code unknown-caller} when the user who started it is no longer one */
    public Outcome work(ImportJob job, List<Integer> numbers) {
        var settings = settings(job);
        return switch (job.phase()) {
            case SIMULATION -> simulate(job, settings, numbers);
            case RUN -> each(job, numbers, block -> steps.write(job, settings, block), this::notWritten);
            case REVERT -> each(job, numbers, block -> steps.revert(job, settings, block), this::kept);
        };
    }

    private ImportSettings settings(ImportJob job) {
        return imports.find(job.importId())
                .orElseThrow(() -> BusinessException.notFound("import", job.importId()))
                .settings();
    }

    private void read(ImportJob job) {
        var settings = settings(job);
        steps.clear(job);
        files.with(job.importId(), file -> {
            var numbers = new ArrayList<Integer>();
            var block = new ArrayList<List<String>>();
            var header = new boolean[1];
            TableFile.read(file, settings.format(), (number, cells) -> {
                if (!header[0]) {
                    header[0] = true;
                    return;
                }
                numbers.add(number);
                block.add(cells);
                if (block.size() == BLOCK) {
                    insert(job, settings, numbers, block);
                }
            });
            insert(job, settings, numbers, block);
            return null;
        });
    }

    private void insert(ImportJob job, ImportSettings settings, List<Integer> numbers, List<List<String>> block) {
        if (block.isEmpty()) {
            return;
        }
        var claims = steps.claims(job, settings, block);
        var read = new ArrayList<RowTable.NewRow>();
        for (int i = 0; i < block.size(); i++) {
            read.add(new RowTable.NewRow(numbers.get(i), block.get(i), claims.get(i)));
        }
        steps.insert(job, read);
        numbers.clear();
        block.clear();
    }

    private Outcome simulate(ImportJob job, ImportSettings settings, List<Integer> numbers) {
        var plans = plan(job, settings, numbers);
        steps.planned(job, plans);
        long unchanged = count(plans, RowPlan.Result.UNCHANGED);
        return new Outcome(unchanged, count(plans, RowPlan.Result.ERROR) + count(plans, RowPlan.Result.DUPLICATE));
    }

    private Map<Integer, RowPlan> plan(ImportJob job, ImportSettings settings, List<Integer> numbers) {
        var wanted = rows.rows(job.importId(), numbers);
        var plans = new LinkedHashMap<Integer, RowPlan>();
        while (plans.size() < wanted.size()) {
            plans.putAll(steps.plan(job, settings, wanted.subList(plans.size(), wanted.size())));
        }
        return plans;
    }

    private static long count(Map<Integer, RowPlan> plans, RowPlan.Result result) {
        return plans.values().stream().filter(plan -> plan.result() == result).count();
    }

    /** Does something with rows, all or none. */
    @FunctionalInterface
    private interface Effect {
        void on(List<Integer> numbers);
    }

    /** Keeps why a row was refused. */
    @FunctionalInterface
    private interface Refusal {
        void of(ImportJob job, int number, BusinessException why);
    }

    /** The rows together, as that is quick; when one of them is refused, each half for itself, down to the row that it was. */
    private Outcome each(ImportJob job, List<Integer> numbers, Effect effect, Refusal refusal) {
        var why = attempt(() -> effect.on(numbers));
        if (why == null) {
            return new Outcome(0, 0);
        }
        if (numbers.size() == 1) {
            refusal.of(job, numbers.get(0), why);
            return new Outcome(0, 1);
        }
        int half = numbers.size() / 2;
        long refused = each(job, numbers.subList(0, half), effect, refusal).skipped();
        return new Outcome(
                0,
                refused
                        + each(job, numbers.subList(half, numbers.size()), effect, refusal)
                                .skipped());
    }

    /** @return the refusal of the row; null when it went through */
    private static BusinessException attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (BusinessException e) {
            if ("unknown-caller".equals(e.code())) {
                throw e;
            }
            return e;
        } catch (RuntimeException e) {
            // a constraint speaks for the row; anything else is not the row's fault
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                var constraint = ConstraintNames.violated(cause);
                if (constraint.isPresent()) {
                    return new BusinessException(Kind.CONFLICT, "constraint", constraint.get());
                }
                if (ConstraintNames.lostTheRace(cause)) {
                    return new BusinessException(Kind.CONFLICT, RowText.PLAN_CHANGED);
                }
            }
            throw e;
        }
    }

    private void notWritten(ImportJob job, int number, BusinessException why) {
        if (RowText.PLAN_CHANGED.equals(why.code()) || why.kind() == Kind.STALE) {
            steps.changed(job, number, plan(job, settings(job), List.of(number)).get(number));
        } else {
            steps.refused(job, number, RowProblem.of(why));
        }
    }

    private void kept(ImportJob job, int number, BusinessException why) {
        steps.kept(job, number, RowProblem.of(why));
    }
}
