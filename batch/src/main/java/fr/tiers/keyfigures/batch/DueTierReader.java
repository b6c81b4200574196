package fr.tiers.keyfigures.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.batch.LedgerGateway;
import fr.tiers.job.batch.RunControl;
import fr.tiers.job.batch.RunningJobs;
import fr.tiers.keyfigures.DueTiers;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/**
 * Hands out the due tiers of one range by id, from the ledger's position on; the engine's checkpoint is not used. Ends early when the
 * run is to stop: the chunk then commits what it has.
 */
@Named
@Dependent
public class DueTierReader extends AbstractItemReader {

    private static final int PAGE = 100;

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
    private JobPartition range;
    private long lastId;
    private Iterator<DueTiers.Due> page = List.<DueTiers.Due>of().iterator();

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
    public DueTiers.Due readItem() {
        try {
            return next();
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private DueTiers.Due next() {
        if (!control.goesOn()) {
            return null;
        }
        if (!page.hasNext()) {
            page = keyFigures
                    .due(control.run().startedAt(), lastId, range.toId(), PAGE)
                    .iterator();
        }
        if (!page.hasNext()) {
            control.exhausted(range.number(), lastId);
            return null;
        }
        var tier = page.next();
        lastId = tier.id();
        return tier;
    }
}
