package fr.tiers.job.batch;

import fr.tiers.job.JobPartition;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * Hands out the rows of one range by id, from the ledger's position on; the engine's checkpoint is not used. Ends early when the run is to
 * stop: the chunk then commits what it has.
 *
 * @param <T> an item
 */
public abstract class RangeReader<T> extends AbstractItemReader {

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
    private JobPartition range;
    private long lastId;
    private Iterator<T> page = List.<T>of().iterator();

    /** @return the next items by id, after the one and up to the other; empty at the end of the range */
    protected abstract List<T> page(Instant asOf, long afterId, long toId);

    protected abstract long id(T item);

    @Override
    public final void open(Serializable checkpoint) {
        control = running.of(run);
        range = ledger.partition(control.run(), Integer.parseInt(partition));
        lastId = range.position();
    }

    @Override
    public final T readItem() {
        try {
            return next();
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private T next() {
        if (!control.goesOn()) {
            return null;
        }
        if (!page.hasNext()) {
            page = page(control.run().startedAt(), lastId, range.toId()).iterator();
        }
        if (!page.hasNext()) {
            control.exhausted(range.number(), lastId);
            return null;
        }
        var item = page.next();
        lastId = id(item);
        return item;
    }
}
