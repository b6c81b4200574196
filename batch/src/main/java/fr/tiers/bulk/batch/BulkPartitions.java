package fr.tiers.bulk.batch;

import fr.tiers.job.IdRange;
import fr.tiers.job.batch.RangePartitions;
import fr.tiers.job.batch.RunningJobs;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The rows of a bulk action, as one range. */
@Named
@Dependent
public class BulkPartitions extends RangePartitions {

    @Inject
    private BulkGateway bulks;

    @Inject
    private RunningJobs running;

    @Inject
    @BatchProperty
    private String run;

    /** In the order of the rows: whatever gives numbers waits for the same counter anyway, and other jobs need threads too. */
    @Override
    protected int wanted() {
        return 1;
    }

    @Override
    protected List<IdRange> ranges(Instant asOf, int wanted) {
        return bulks.ranges(running.of(run).run());
    }
}
