package fr.tiers.quality.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.JobRun;
import fr.tiers.job.batch.LedgerGateway;
import fr.tiers.job.batch.RunningJobs;
import fr.tiers.quality.QualityRecomputation;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Splits the tiers into ranges of ids when a run begins; a resumed run finds its ranges in the ledger. */
@Named
@Dependent
public class QualityPartitions implements PartitionMapper {

    @Inject
    private RunningJobs running;

    @Inject
    private LedgerGateway ledger;

    @Inject
    private QualityGateway quality;

    @Inject
    @BatchProperty
    private String run;

    /** {@code tiers.job.quality.partitions}: statements under way at the same time. */
    @Inject
    @ConfigProperty(name = "tiers.job.quality.partitions", defaultValue = "2")
    private int wanted;

    @Override
    public PartitionPlan mapPartitions() {
        var it = running.of(run).run();
        var known = ledger.partitions(it);
        var partitions = known.isEmpty() ? split(it) : known;
        var plan = new PartitionPlanImpl();
        plan.setPartitions(partitions.size());
        plan.setThreads(partitions.size());
        plan.setPartitionProperties(partitions.stream()
                .map(partition -> {
                    var properties = new Properties();
                    properties.setProperty("number", String.valueOf(partition.number()));
                    return properties;
                })
                .toArray(Properties[]::new));
        return plan;
    }

    private List<JobPartition> split(JobRun it) {
        var ranges = quality.ranges(it.startedAt(), Math.max(1, wanted));
        var partitions = partitions(ranges);
        ledger.plan(
                it,
                partitions,
                ranges.stream().mapToLong(QualityRecomputation.Range::count).sum());
        return partitions;
    }

    static List<JobPartition> partitions(List<QualityRecomputation.Range> ranges) {
        if (ranges.isEmpty()) {
            // The engine wants at least one partition, also when there is nothing to do.
            return List.of(new JobPartition(0, 0, 0, 0));
        }
        return IntStream.range(0, ranges.size())
                .mapToObj(number -> new JobPartition(
                        number,
                        ranges.get(number).fromId(),
                        ranges.get(number).toId(),
                        ranges.get(number).fromId() - 1))
                .toList();
    }
}
