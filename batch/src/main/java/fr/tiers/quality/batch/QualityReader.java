package fr.tiers.quality.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.batch.LedgerGateway;
import fr.tiers.job.batch.RunControl;
import fr.tiers.job.batch.RunningJobs;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/**
 * Hands out the ids of the tiers of one range, from the ledger's position on; the engine's checkpoint is not used. Ends early when the run
 * is to stop: the chunk then commits what it has.
 */
@Named
@Dependent
public class QualityReader extends AbstractItemReader {

    private static final int PAGE = 2_000;

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
    private JobPartition range;
    private long lastId;
    private Iterator<Long> page = List.<Long>of().iterator();

    @Override
    public void open(Serializable checkpoint) {
        control = running.of(run);
        var number = Integer.parseInt(partition);
        range = ledger.partitions(control.run()).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        lastId = range.position();
    }

    @Override
    public Long readItem() {
        try {
            return next();
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private Long next() {
        if (!control.goesOn()) {
            return null;
        }
        if (!page.hasNext()) {
            page = quality.page(control.run().startedAt(), lastId, range.toId(), PAGE)
                    .iterator();
        }
        if (!page.hasNext()) {
            control.exhausted(range.number(), lastId);
            return null;
        }
        lastId = page.next();
        return lastId;
    }
}
