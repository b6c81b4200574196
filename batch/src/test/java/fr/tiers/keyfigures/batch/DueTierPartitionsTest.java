package fr.tiers.keyfigures.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.keyfigures.DueTiers;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTierPartitionsTest {

    @Test
    void aPartitionBeginsJustBeforeItsFirstTier() {
        assertThat(DueTierPartitions.partitions(
                        List.of(new DueTiers.Range(50, 90, 12), new DueTiers.Range(91, 300, 12))))
                .containsExactly(new JobPartition(0, 50, 90, 49), new JobPartition(1, 91, 300, 90));
    }

    @Test
    void withNothingDueOneEmptyPartitionRemains() {
        assertThat(DueTierPartitions.partitions(List.of())).containsExactly(new JobPartition(0, 0, 0, 0));
    }
}
