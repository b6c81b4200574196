package fr.tiers.keyfigures.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.JobProgress;
import fr.tiers.job.batch.LedgerGateway;
import fr.tiers.job.batch.RunControl;
import fr.tiers.job.batch.RunningJobs;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/**
 * Writes a chunk: figures, what was passed over, then the partition's position and the run's counters, all in the chunk's transaction.
 * The counters come last because all partitions share that row.
 */
@Named
@Dependent
public class FigureWriter extends AbstractItemWriter {

    @Inject
    private RunningJobs running;

    @Inject
    private LedgerGateway ledger;

    @Inject
    private KeyFiguresGateway keyFigures;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String partition;

    private RunControl control;
    private int number;
    private long position;

    @Override
    public void open(Serializable checkpoint) {
        control = running.of(run);
        number = Integer.parseInt(partition);
        position = ledger.partitions(control.run()).stream()
                .filter(each -> each.number() == number)
                .mapToLong(JobPartition::position)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void writeItems(List<Object> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            write(items.stream().map(Outcome.class::cast).toList());
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private void write(List<Outcome> outcomes) {
        var unchanged = 0L;
        var skipped = 0L;
        for (var outcome : outcomes) {
            var changed = store(outcome);
            if (outcome.skip() != null) {
                skipped++;
                var tier = outcome.tier();
                ledger.skip(
                        control.run(), tier.code() + ' ' + tier.siren(), tier.id(), outcome.skip(), outcome.detail());
            } else if (!changed) {
                unchanged++;
            }
        }
        var last = outcomes.get(outcomes.size() - 1).tier().id();
        var read = outcomes.size();
        ledger.advance(
                control.run(), new JobProgress(number, position, last, read, read - skipped, unchanged, skipped));
        position = last;
    }

    /** An answer that made no sense leaves no trace on the tier: the next run asks again. */
    private boolean store(Outcome outcome) {
        if (outcome.figures() != null) {
            return keyFigures.store(outcome.tier().id(), outcome.figures()).changed() > 0;
        }
        if (Outcome.INVALID.equals(outcome.skip())) {
            keyFigures.invalid(outcome.tier().id());
        }
        return false;
    }
}
