package fr.tiers.simulator.control;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatekeeperTest {

    private Instant now = Instant.parse("2026-11-22T23:59:00Z");
    private final Gatekeeper gatekeeper = new Gatekeeper(new InstantSource() {
        @Override
        public Instant instant() {
            return now;
        }
    });

    private boolean passes(Provider provider, String client) {
        return gatekeeper.admit(provider, client, true).refusal().isEmpty();
    }

    @Test
    void the_bucket_fills_again_and_clients_do_not_share_it() {
        for (int i = 0; i < 7; i++) {
            assertThat(passes(Provider.RECHERCHE, "a")).isTrue();
        }
        assertThat(passes(Provider.RECHERCHE, "a")).isFalse();
        assertThat(passes(Provider.RECHERCHE, "b")).isTrue();
        now = now.plusMillis(300);
        assertThat(passes(Provider.RECHERCHE, "a")).isTrue();
        assertThat(passes(Provider.RECHERCHE, "a")).isTrue();
        assertThat(passes(Provider.RECHERCHE, "a")).isFalse();
    }

    @Test
    void the_geocoder_refuses_for_five_seconds_and_counts_down() {
        gatekeeper.limit(Provider.GEOPF, Limits.perSecond(1).withPenaltySeconds(5));
        assertThat(passes(Provider.GEOPF, "a")).isTrue();
        assertThat(gatekeeper
                        .admit(Provider.GEOPF, "a", true)
                        .refusal()
                        .orElseThrow()
                        .retryAfterSeconds())
                .isEqualTo(5);
        now = now.plusSeconds(3);
        assertThat(gatekeeper
                        .admit(Provider.GEOPF, "a", true)
                        .refusal()
                        .orElseThrow()
                        .retryAfterSeconds())
                .isEqualTo(2);
        now = now.plusSeconds(3);
        assertThat(passes(Provider.GEOPF, "a")).isTrue();
    }

    @Test
    void the_daily_quota_starts_again_at_midnight_utc() {
        gatekeeper.limit(Provider.INFOGREFFE, Limits.perDay(1));
        assertThat(passes(Provider.INFOGREFFE, "a")).isTrue();
        Refusal refusal =
                gatekeeper.admit(Provider.INFOGREFFE, "a", true).refusal().orElseThrow();
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.ANONYMOUS_QUOTA);
        assertThat(refusal.resetAt()).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(refusal.retryAfterSeconds()).isEqualTo(60);
        now = now.plusSeconds(61);
        assertThat(passes(Provider.INFOGREFFE, "a")).isTrue();
    }
}
