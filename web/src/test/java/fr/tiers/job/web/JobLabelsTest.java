package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobStatus;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobLabelsTest {

    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final JobLabels labels = new JobLabels();

    @ParameterizedTest
    @CsvSource({"0,0 s", "59,59 s", "60,1 min 00 s", "125,2 min 05 s", "3600,1 h 00", "93784,26 h 03"})
    void durationsAreTold(long seconds, String words) {
        assertThat(JobLabels.words(seconds)).isEqualTo(words);
    }

    @Test
    void aRunThatWaitsOrIsAboutToStopHasAStateOfItsOwn() {
        assertThat(labels.state(run(JobStatus.RUNNING, null, false))).isEqualTo("RUNNING");
        assertThat(labels.state(run(JobStatus.RUNNING, START, false))).isEqualTo("WAITING");
        assertThat(labels.state(run(JobStatus.RUNNING, START, true))).isEqualTo("STOPPING");
        assertThat(labels.state(run(JobStatus.STOPPED, null, true))).isEqualTo("STOPPED");
    }

    @Test
    void durationAndPercentOfAnEndedRun() {
        var run = run(JobStatus.COMPLETED, null, false);
        assertThat(labels.duration(run)).isEqualTo("1 min 14 s");
        assertThat(labels.percent(run)).isEqualTo(40);
    }

    private static JobExecution run(JobStatus status, Instant resumeAt, boolean stopRequested) {
        return new JobExecution(
                1,
                "key-figures",
                status,
                4,
                3,
                1,
                1,
                10,
                1.5,
                START,
                START.plusSeconds(74),
                null,
                resumeAt,
                stopRequested,
                "admin",
                Map.of(),
                null,
                null);
    }
}
