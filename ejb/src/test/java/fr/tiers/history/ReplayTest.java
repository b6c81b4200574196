package fr.tiers.history;

import fr.tiers.history.History.Author;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done to the things of a tier: the log played backwards finds every state they ever had. */
class ReplayTest {

    private static final Author AUTHOR = new Author("sales", "UI");
    private static final long TIER = 1;
    private static final List<String> FIELDS = List.of("lastName", "email", "phone", "main", "from");
    private static final List<String> TEXTS =
            List.of("Martin", "Éva", "", "=1+1", "<b>", "\"{}\\", "2026-01-01", "🍞", "'; drop table tier");

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-01-01T08:00:00Z");

    /** How features tell of deletions. */
    private enum Habit {
        /** the row is gone when the deletion is logged: what it looked like follows from its creation */
        ROW_GONE,
        /** the last values come with the call */
        VALUES_GIVEN,
        /** coming and going are logged field by field */
        FIELD_BY_FIELD
    }

    /** A feature with things in memory instead of a table. */
    private static final class Things implements PastRows {

        private final Map<Long, Map<String, String>> now = new TreeMap<>();

        @Override
        public String entity() {
            return "contact";
        }

        @Override
        public Map<Long, Map<String, String>> rows(long tierId, Long id) {
            var rows = new LinkedHashMap<Long, Map<String, String>>();
            now.forEach((key, value) -> {
                if (id == null || id.equals(key)) {
                    rows.put(key, new TreeMap<>(value));
                }
            });
            return rows;
        }

        Map<Long, Map<String, String>> dump() {
            var dump = new TreeMap<Long, Map<String, String>>();
            now.forEach((id, fields) -> dump.put(id, History.texts(fields)));
            dump.values().removeIf(Map::isEmpty);
            return dump;
        }
    }

    @Property(tries = 8)
    void everyStateIsFoundAgain(@ForAll long seed) {
        for (var habit : Habit.values()) {
            findsEveryState(new Random(seed), habit, TIER + habit.ordinal());
            database.jdbi().useHandle(handle -> handle.execute("truncate history_entry"));
        }
    }

    private void findsEveryState(Random random, Habit habit, long tierId) {
        var things = new Things();
        var history = new History(database.db(), clock, List.of(things));
        var dumps = new TreeMap<Instant, Map<Long, Map<String, String>>>();
        for (int step = 0; step < 25; step++) {
            change(random, habit, things, history, tierId, step);
            // some changes come at the same moment
            if (random.nextBoolean()) {
                clock.pass(Duration.ofMinutes(random.nextInt(1, 10_000)));
                dumps.put(clock.instant(), things.dump());
                clock.pass(Duration.ofMillis(1));
            }
        }
        var replay = new Replay(database.db());
        dumps.forEach((moment, dump) -> {
            var state = replay.before(moment, tierId, "contact", things.rows(tierId, null));
            assertThat(state.things()).as("%s at %s", habit, moment).isEqualTo(dump);
            assertThat(state.incomplete()).isEmpty();
        });
    }

    private void change(Random random, Habit habit, Things things, History history, long tierId, long next) {
        var ids = new ArrayList<>(things.now.keySet());
        if (ids.isEmpty() || random.nextInt(4) == 0) {
            create(random, habit, things, history, tierId, next);
            return;
        }
        long id = ids.get(random.nextInt(ids.size()));
        var before = things.now.get(id);
        if (random.nextInt(4) == 0) {
            things.now.remove(id);
            switch (habit) {
                case ROW_GONE -> history.deleted(AUTHOR, "contact", id, tierId, "gone");
                case VALUES_GIVEN -> history.deleted(AUTHOR, "contact", id, tierId, "gone", before);
                default -> history.updated(AUTHOR, "contact", id, tierId, before, Map.of());
            }
        } else {
            var after = new TreeMap<>(before);
            after.put(any(random, FIELDS), any(random, TEXTS));
            things.now.put(id, after);
            history.updated(AUTHOR, "contact", id, tierId, before, after);
        }
    }

    private static void create(Random random, Habit habit, Things things, History history, long tierId, long id) {
        var fields = new TreeMap<String, String>();
        fields.put("id", "n" + id);
        FIELDS.forEach(field -> fields.put(field, any(random, TEXTS)));
        things.now.put(id, fields);
        if (habit == Habit.FIELD_BY_FIELD) {
            history.updated(AUTHOR, "contact", id, tierId, Map.of(), fields);
        } else {
            history.created(AUTHOR, "contact", id, tierId);
        }
    }

    private static String any(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    @Test
    void whatAnEarlierVersionDeletedIsShownAsFarAsKnown() {
        var history = new History(database.db(), clock);
        history.created(AUTHOR, "contact", 7, TIER);
        history.updated(AUTHOR, "contact", 7, TIER, Map.of("email", "a@example.fr"), Map.of("email", "b@example.fr"));
        clock.pass(Duration.ofDays(1));
        var between = clock.instant();
        clock.pass(Duration.ofDays(1));
        history.deleted(AUTHOR, "contact", 7, TIER, "Éva Martin");

        var state = new Replay(database.db()).before(between, TIER, "contact", Map.of());

        assertThat(state.things())
                .containsExactly(Map.entry(7L, Map.of("email", "b@example.fr", "label", "Éva Martin")));
        assertThat(state.incomplete()).containsExactly(7L);
    }
}
