package fr.tiers.job.batch;

import fr.tiers.job.JobProgress;
import fr.tiers.job.JobRun;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;

/**
 * Writes a chunk, then the partition's position and the run's counters, all in the chunk's transaction. The counters come last because all
 * partitions share that row.
 *
 * @param <T> an item
 */
public abstract class RangeWriter<T> extends AbstractItemWriter {

    @Inject
    private RunningJobs running;

    @Inject
    private LedgerGateway ledger;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String partition;

    private RunControl control;
    private int number;
    private long position;

    /** What became of a chunk: the rest was changed. */
    public record Tally(long unchanged, long skipped) {}

    protected abstract Tally write(JobRun run, List<T> items);

    protected abstract long id(T item);

    @Override
    public final void open(Serializable checkpoint) {
        control = running.of(run);
        number = Integer.parseInt(partition);
        position = ledger.partition(control.run(), number).position();
    }

    @Override
    public final void writeItems(List<Object> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            advance(items.stream().map(this::item).toList());
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private void advance(List<T> items) {
        var tally = write(control.run(), items);
        var last = id(items.get(items.size() - 1));
        var read = items.size();
        var written = read - tally.skipped();
        ledger.advance(
                control.run(),
                new JobProgress(number, position, last, read, written, tally.unchanged(), tally.skipped()));
        position = last;
    }

    /** The step's reader and processor hand out nothing else. */
    @SuppressWarnings("unchecked")
    private T item(Object item) {
        return (T) item;
    }
}
