package fr.tiers.registry.provider;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RateLimiterTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final FakeTime time = new FakeTime();

    @ParameterizedTest
    @CsvSource({"7/s,7,PT1S", "30/min,30,PT1M", "500/h,500,PT1H", "10000/d,10000,PT24H", "' 7 / s ',7,PT1S"})
    void aQuotaIsReadFromItsText(String text, int permits, Duration period) {
        assertThat(Quota.parse(text)).isEqualTo(new Quota(permits, period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "0/s", "-1/s", "7/week", "7/S", "99999999/s"})
    void anythingElseIsNoQuota(String text) {
        assertThatThrownBy(() -> Quota.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inNoWindowAsLongAsThePeriodAreMoreGrantedThanTheQuota() {
        var limiter = new RateLimiter(Quota.parse("7/s"), time);
        var start = time.nanos();
        var sent = new ArrayList<Long>();
        for (var i = 0; i < 50; i++) {
            sent.add(time.nanos() - start + limiter.reserve(LONG).delay().toNanos());
            if (i % 3 == 0) {
                time.pass(Duration.ofMillis(90));
            }
        }

        for (var i = 7; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 7)).isGreaterThan(1_000_000_000L);
        }
    }

    @Test
    void aWaitThatIsTooLongTakesNoPlace() {
        var limiter = new RateLimiter(Quota.parse("1/min"), time);
        assertThat(limiter.reserve(Duration.ZERO).taken()).isTrue();

        var refused = limiter.reserve(Duration.ofSeconds(10));

        assertThat(refused.taken()).isFalse();
        assertThat(refused.delay()).isGreaterThan(Duration.ofSeconds(59));
        time.pass(Duration.ofSeconds(62));
        assertThat(limiter.reserve(Duration.ZERO).taken()).isTrue();
    }

    @Test
    void aClosedGateHoldsEverybodyBack() {
        var limiter = new RateLimiter(Quota.parse("7/s"), time);
        limiter.close(Duration.ofSeconds(30));
        limiter.close(Duration.ofSeconds(5));

        assertThat(limiter.reserve(Duration.ofSeconds(10)).taken()).isFalse();
        assertThat(limiter.reserve(LONG).delay()).isEqualTo(Duration.ofSeconds(30));
    }
}
