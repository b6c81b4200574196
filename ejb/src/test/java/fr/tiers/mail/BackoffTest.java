package fr.tiers.mail;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackoffTest {

    private final Backoff backoff = Backoff.parse("PT5S, PT30S,PT2M");

    @Test
    void each_try_waits_longer_and_the_last_delay_repeats() {
        assertThat(backoff.after(1, MailFailure.Kind.TEMPORARY)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(2, MailFailure.Kind.TEMPORARY)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.after(3, MailFailure.Kind.TEMPORARY)).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(99, MailFailure.Kind.TEMPORARY)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void nobody_waits_long_for_a_server_that_is_back() {
        assertThat(backoff.after(1, MailFailure.Kind.UNREACHABLE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(99, MailFailure.Kind.UNREACHABLE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void refuses_delays_that_would_never_end() {
        assertThatThrownBy(() -> Backoff.parse("PT0S")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backoff.parse("PT5S,-PT5S")).isInstanceOf(IllegalArgumentException.class);
    }
}
