package fr.tiers.job.batch;

import fr.tiers.job.IdRange;
import fr.tiers.job.JobPartition;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RangePartitionsTest {

    @Test
    void aPartitionBeginsJustBeforeItsFirstTier() {
        assertThat(RangePartitions.partitions(List.of(new IdRange(50, 90, 12), new IdRange(91, 300, 12))))
                .containsExactly(new JobPartition(0, 50, 90, 49), new JobPartition(1, 91, 300, 90));
    }

    @Test
    void withNothingDueOneEmptyPartitionRemains() {
        assertThat(RangePartitions.partitions(List.of())).containsExactly(new JobPartition(0, 0, 0, 0));
    }
}
