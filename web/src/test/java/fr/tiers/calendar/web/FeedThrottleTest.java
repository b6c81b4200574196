package fr.tiers.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedThrottleTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final FeedThrottle throttle = new FeedThrottle(clock);

    @Test
    void anAddressIsAskedForSoOftenAndNoMoreUntilTheTimeIsOver() {
        for (int i = 0; i < FeedThrottle.PER_ADDRESS; i++) {
            assertThat(throttle.admits("192.0.2.1", "/calendar/a.ics")).isTrue();
        }
        assertThat(throttle.admits("192.0.2.1", "/calendar/a.ics")).isFalse();
        assertThat(throttle.admits("192.0.2.2", "/calendar/b.ics")).isTrue();

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(6)));
        assertThat(throttle.admits("192.0.2.1", "/calendar/a.ics")).isTrue();
    }

    @Test
    void whoGuessesIsStoppedWhateverTheAddress() {
        int admitted = 0;
        for (int i = 0; i < 2 * FeedThrottle.PER_CLIENT; i++) {
            admitted += throttle.admits("192.0.2.9", "/calendar/" + i + ".ics") ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(FeedThrottle.PER_CLIENT);
    }
}
