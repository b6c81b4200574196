package fr.tiers.keyfigures.batch;

import fr.tiers.job.IdRange;
import fr.tiers.job.batch.RangePartitions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The due tiers, in ranges. */
@Named
@Dependent
public class DueTierPartitions extends RangePartitions {

    @Inject
    private KeyFiguresGateway keyFigures;

    /** {@code tiers.job.key-figures.partitions}: requests under way at the same time. */
    @Inject
    @ConfigProperty(name = "tiers.job.key-figures.partitions", defaultValue = "4")
    private int wanted;

    @Override
    protected int wanted() {
        return wanted;
    }

    @Override
    protected List<IdRange> ranges(Instant asOf, int wanted) {
        return keyFigures.ranges(asOf, wanted);
    }
}
