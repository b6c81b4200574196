package fr.tiers.tier;

import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class EndedBlocksTest {

    private static final long TIER = 10;

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final EndedBlocks ended = new EndedBlocks();

    @BeforeEach
    void aTierBlockedUntilTodayAndWatchedWithoutEnd() {
        ended.db = database.db();
        ended.clock = clock;
        ended.history = new History(database.db(), clock);
        TestTiers.tier(database, TIER, null);
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                        update tier set blocked = true, blocked_reason = 'Impayés', blocked_until = '2026-11-22', under_watch = true
                        """));
    }

    @Test
    void theLastDayStillCounts() {
        ended.lift();

        assertThat(isSet("blocked")).isTrue();
    }

    @Test
    void theDayAfterItIsLiftedOnceAndLogged() {
        clock.pass(Duration.ofDays(1));

        ended.lift();
        ended.lift();

        assertThat(isSet("blocked")).isFalse();
        assertThat(ended.history.ofTier(TIER, Long.MAX_VALUE, 10))
                .extracting(HistoryRow::field, HistoryRow::oldValue, HistoryRow::newValue, HistoryRow::author)
                .containsExactlyInAnyOrder(
                        tuple("blocked", "true", "false", "system"),
                        tuple("blockedReason", "Impayés", null, "system"),
                        tuple("blockedUntil", "2026-11-22", null, "system"));
    }

    @Test
    void aWatchWithoutEndStays() {
        clock.pass(Duration.ofDays(1_000));

        ended.lift();

        assertThat(isSet("under_watch")).isTrue();
    }

    private boolean isSet(String column) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select " + column + " from tier where id = :id")
                .bind("id", TIER)
                .mapTo(Boolean.class)
                .one());
    }
}
