package fr.tiers.duplicate.batch;

import fr.tiers.job.IdRange;
import fr.tiers.job.batch.RangePartitions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tiers that changed since the last run, in ranges. */
@Named
@Dependent
public class DuplicatePartitions extends RangePartitions {

    @Inject
    private DuplicateGateway duplicates;

    /** {@code tiers.job.duplicates.partitions}: ranges under way at the same time; what they find is written one after the other. */
    @Inject
    @ConfigProperty(name = "tiers.job.duplicates.partitions", defaultValue = "2")
    private int wanted;

    @Override
    protected int wanted() {
        return wanted;
    }

    @Override
    protected List<IdRange> ranges(Instant asOf, int wanted) {
        return duplicates.ranges(asOf, wanted);
    }
}
