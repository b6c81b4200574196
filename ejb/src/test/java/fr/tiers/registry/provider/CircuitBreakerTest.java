package fr.tiers.registry.provider;

import fr.tiers.registry.provider.CircuitBreaker.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitBreakerTest {

    private final FakeTime time = new FakeTime();
    private final CircuitBreaker breaker = new CircuitBreaker(time);

    @BeforeEach
    void breakIt() {
        for (var i = 0; i < 5; i++) {
            assertThat(breaker.ask()).isEqualTo(Verdict.GO);
            breaker.failed();
        }
    }

    @Test
    void afterFiveFailuresNobodyIsLetThroughForAWhile() {
        time.pass(Duration.ofSeconds(15));

        assertThat(breaker.ask()).isEqualTo(Verdict.NO);
        assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void thenOneTriesAndTheOthersWaitForItsOutcome() {
        time.pass(Duration.ofSeconds(20));

        assertThat(breaker.ask()).isEqualTo(Verdict.TRY);
        assertThat(breaker.ask()).isEqualTo(Verdict.WAIT);
        breaker.succeeded();
        assertThat(breaker.ask()).isEqualTo(Verdict.GO);
    }

    @Test
    void aTrialThatFailsBeginsTheWaitAnew() {
        time.pass(Duration.ofSeconds(20));
        breaker.ask();

        breaker.failed();

        assertThat(breaker.ask()).isEqualTo(Verdict.NO);
        assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aTrialThatWasGivenUpIsTheNextCallers() {
        time.pass(Duration.ofSeconds(20));
        breaker.ask();

        breaker.giveUp();

        assertThat(breaker.ask()).isEqualTo(Verdict.TRY);
    }
}
