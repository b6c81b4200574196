package fr.tiers.bulk.batch;

import fr.tiers.job.batch.RangeReader;
import fr.tiers.job.batch.RunningJobs;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Hands out the numbers of the rows of a range. */
@Named
@Dependent
public class BulkReader extends RangeReader<Integer> {

    private static final int PAGE = 1_000;

    @Inject
    private BulkGateway bulks;

    @Inject
    private RunningJobs running;

    @Inject
    @BatchProperty
    private String run;

    @Override
    protected List<Integer> page(Instant asOf, long afterId, long toId) {
        return bulks.page(running.of(run).run(), afterId, toId, PAGE);
    }

    @Override
    protected long id(Integer number) {
        return number;
    }
}
