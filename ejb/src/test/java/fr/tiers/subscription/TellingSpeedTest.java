package fr.tiers.subscription;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** How long it takes to tell very many happenings; run by {@code -Dtiers.telling.happenings=100000}. */
@EnabledIfSystemProperty(named = "tiers.telling.happenings", matches = "\\d+")
class TellingSpeedTest {

    private static final int FOLLOWERS = 5;

    @Test
    void aMassChangeIsToldInBatchesOfOneSize() {
        int happenings = Integer.getInteger("tiers.telling.happenings");
        var fixture = new SubscriptionFixture();
        fixture.unit(1);
        fixture.tier(1, 1L);
        for (int user = 1; user <= FOLLOWERS; user++) {
            fixture.user(user, "u" + user, "SALES", 1L);
            fixture.become(user);
            fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, true, "AT_ONCE", null));
        }
        fixture.sql(
                "insert into tier (id, code, name, owner_id, sales_unit_id, kind, status, created_at, created_by, updated_at, updated_by)"
                        + " select 1000 + n, 'M' || n, 'Masse ' || n, 1 + n % " + FOLLOWERS
                        + ", 1, kind, status, now(), 't', now(), 't' from tier, generate_series(1, " + happenings
                        + ") n where id = 1");
        fixture.sql("insert into subscription (user_id, tier_id, state, since)"
                + " select 1, id, 'FOLLOWED', now() from tier where id > 1000 and id % 2 = 0");
        fixture.sql("insert into happening (tier_id, code, fields, author, at)"
                + " select id, 'TIER_MODIFIED', '{agency}', 'chief', now() from tier where id > 1000 order by id");
        fixture.sql("analyze");

        System.gc();
        var runtime = Runtime.getRuntime();
        long memory = runtime.totalMemory() - runtime.freeMemory();
        long start = System.nanoTime();
        fixture.tell();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        long grown = (runtime.totalMemory() - runtime.freeMemory() - memory) / 1_000_000;
        fixture.mail();

        System.out.printf(
                "%d happenings told in %.1f s, %.0f a second, memory +%d MB%n",
                happenings, seconds, happenings / seconds, grown);
        assertThat(fixture.mails()).hasSize(FOLLOWERS);
        assertThat(fixture.number("select count(*) from notification")).isEqualTo(FOLLOWERS);
        assertThat(grown).isLessThan(50);
    }
}
