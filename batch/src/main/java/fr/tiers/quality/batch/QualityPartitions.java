package fr.tiers.quality.batch;

import fr.tiers.job.IdRange;
import fr.tiers.job.batch.RangePartitions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All tiers, in ranges. */
@Named
@Dependent
public class QualityPartitions extends RangePartitions {

    @Inject
    private QualityGateway quality;

    /** {@code tiers.job.quality.partitions}: statements under way at the same time. */
    @Inject
    @ConfigProperty(name = "tiers.job.quality.partitions", defaultValue = "2")
    private int wanted;

    @Override
    protected int wanted() {
        return wanted;
    }

    @Override
    protected List<IdRange> ranges(Instant asOf, int wanted) {
        return quality.ranges(asOf, wanted);
    }
}
