package fr.tiers.quality.batch;

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

/** Counts a chunk in one statement, then moves the partition's position and the run's counters, all in the chunk's transaction. */
@Named
@Dependent
public class QualityWriter extends AbstractItemWriter {

    @Inject
    private RunningJobs running;

    @Inject
    private LedgerGateway ledger;

    @Inject
    private QualityGateway quality;

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
            write(items.stream().map(Long.class::cast).toList());
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private void write(List<Long> ids) {
        long changed = quality.recompute(ids);
        var last = ids.get(ids.size() - 1);
        ledger.advance(
                control.run(),
                new JobProgress(number, position, last, ids.size(), ids.size(), ids.size() - changed, 0));
        position = last;
    }
}
