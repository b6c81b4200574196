package fr.tiers.exchange.batch;

import fr.tiers.exchange.ImportJob.Phase;
import fr.tiers.job.IdRange;
import fr.tiers.job.batch.RangePartitions;
import fr.tiers.job.batch.RunningJobs;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rows of a file, in ranges. */
@Named
@Dependent
public class ImportPartitions extends RangePartitions {

    @Inject
    private ImportGateway imports;

    @Inject
    private RunningJobs running;

    @Inject
    @BatchProperty
    private String run;

    /** {@code tiers.job.tier-import-simulation.partitions}: rows that are planned at the same time. */
    @Inject
    @ConfigProperty(name = "tiers.job.tier-import-simulation.partitions", defaultValue = "2")
    private int simulations;

    /** What is written, is written in the order of the file: codes are given in it, and all wait for the same counter anyway. */
    @Override
    protected int wanted() {
        return Phase.SIMULATION.job().equals(running.of(run).run().job()) ? simulations : 1;
    }

    @Override
    protected List<IdRange> ranges(Instant asOf, int wanted) {
        return imports.ranges(running.of(run).run(), wanted);
    }
}
