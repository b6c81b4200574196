package fr.tiers.job.batch;

import fr.tiers.job.IdRange;
import fr.tiers.job.JobPartition;
import fr.tiers.job.JobRun;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

/** Splits a job's work into ranges of ids when a run begins; a resumed run finds its ranges in the ledger. */
public abstract class RangePartitions implements PartitionMapper {

    @Inject
    private RunningJobs running;

    @Inject
    private LedgerGateway ledger;

    @Inject
    @BatchProperty
    private String run;

    /** How many partitions work at the same time. */
    protected abstract int wanted();

    /** @return at most so many ranges of about equal work; empty when there is nothing to do */
    protected abstract List<IdRange> ranges(Instant asOf, int wanted);

    @Override
    public final PartitionPlan mapPartitions() {
        var it = running.of(run).run();
        var known = ledger.partitions(it);
        return plan(known.isEmpty() ? split(it) : known);
    }

    private List<JobPartition> split(JobRun it) {
        var ranges = ranges(it.startedAt(), Math.max(1, wanted()));
        var partitions = partitions(ranges);
        ledger.plan(it, partitions, ranges.stream().mapToLong(IdRange::count).sum());
        return partitions;
    }

    static List<JobPartition> partitions(List<IdRange> ranges) {
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

    private static PartitionPlan plan(List<JobPartition> partitions) {
        var plan = new PartitionPlanImpl();
        plan.setPartitions(partitions.size());
        plan.setThreads(partitions.size());
        plan.setPartitionProperties(
                partitions.stream().map(RangePartitions::properties).toArray(Properties[]::new));
        return plan;
    }

    private static Properties properties(JobPartition partition) {
        var properties = new Properties();
        properties.setProperty("number", String.valueOf(partition.number()));
        return properties;
    }
}
