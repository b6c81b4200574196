package fr.tiers.job.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.JobRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SetbackTest {

    @ParameterizedTest
    @CsvSource({"0,PT5S", "1,PT10S", "3,PT40S", "4,PT1M"})
    void aPassingFailureIsWaitedOutALittleLongerEachTime(int attempts, Duration pause) {
        assertThat(Setback.pause(down(Duration.ZERO), attempts, 5)).contains(pause);
    }

    @Test
    void afterTheLastRetryTheRunFails() {
        assertThat(Setback.pause(down(Duration.ZERO), 5, 5)).isEmpty();
    }

    @Test
    void theProvidersOwnPauseIsHonouredUnlessItOutlastsOurs() {
        assertThat(Setback.pause(down(Duration.ofMinutes(3)), 0, 5)).contains(Duration.ofMinutes(3));
        assertThat(Setback.pause(down(Duration.ofHours(9)), 0, 5)).isEmpty();
    }

    @Test
    void aRefusedKeyIsNotRetried() {
        var refused = new RunControl.Failure("provider-refused", "HTTP 401", false, Duration.ZERO);

        assertThat(Setback.pause(refused, 0, 5)).isEmpty();
    }

    @Test
    void aRunIsDoneOnlyWhenTheLedgerHasEveryLastId() {
        var control = new RunControl(new JobRun(1, "key-figures", 1, Map.of(), Instant.EPOCH, 0));
        var ledger = List.of(new JobPartition(0, 1, 10, 10), new JobPartition(1, 11, 20, 15));
        control.exhausted(0, 10);
        assertThat(control.isDone(ledger)).isFalse();

        control.exhausted(1, 20);
        assertThat(control.isDone(ledger)).isFalse();

        control.exhausted(1, 15);
        assertThat(control.isDone(ledger)).isTrue();
    }

    @Test
    void theFirstFailureIsTheOneTold() {
        var control = new RunControl(new JobRun(1, "key-figures", 1, Map.of(), Instant.EPOCH, 0));
        assertThat(control.goesOn()).isTrue();

        control.fail(down(Duration.ZERO));
        control.fail(new IllegalStateException("later"));

        assertThat(control.goesOn()).isFalse();
        assertThat(control.failure().code()).isEqualTo("provider-unavailable");
    }

    @Test
    void aTimetableIsATimeOfDayOrCron() {
        var daily = Timetable.parse("02:30").orElseThrow();
        assertThat(daily.getHour()).isEqualTo("02");
        assertThat(daily.getMinute()).isEqualTo("30");
        assertThat(Timetable.parse("*/15 8-18 * * 1-5").orElseThrow().getDayOfWeek())
                .isEqualTo("1-5");
        assertThat(Timetable.parse(" ")).isEmpty();
        assertThat(Timetable.parse("off")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "2h30", "nightly", "0 2 * *"})
    void anythingElseIsNoTimetable(String text) {
        assertThatThrownBy(() -> Timetable.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RunControl.Failure down(Duration retryAfter) {
        return new RunControl.Failure("provider-unavailable", "HTTP 503", true, retryAfter);
    }
}
