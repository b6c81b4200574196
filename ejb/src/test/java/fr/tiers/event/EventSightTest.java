package fr.tiers.event;

import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.Level;
import fr.tiers.access.Rights;
import fr.tiers.access.Rights.RoleRight;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The events of somebody are the same, whether each is asked or they are found from both ends. */
class EventSightTest {

    private static final int EVENTS = 400;

    private final TestDatabase database = TestDatabase.fresh();
    private final Random random = new Random(7);

    @BeforeEach
    void write() {
        TestTiers.unit(database, 1);
        database.jdbi().useHandle(handle -> {
            for (long user = 1; user <= 3; user++) {
                handle.execute(
                        "insert into app_user (id, login, display_name) values (?, ?, ?) on conflict do nothing",
                        user,
                        "u" + user,
                        "u" + user);
            }
            handle.execute("insert into user_group (id, code, name) values (5, 'G5', 'G5'), (6, 'G6', 'G6')");
            handle.execute("insert into user_group_member (group_id, user_id) values (5, 1), (6, 2)");
        });
        for (long tier = 10; tier < 16; tier++) {
            TestTiers.tier(database, tier, tier % 2 == 0 ? 1L : null);
            long id = tier;
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("update tier set owner_id = ? where id = ?", one(1L, 2L, null), id));
        }
        for (long event = 1; event <= EVENTS; event++) {
            write(event);
        }
    }

    private void write(long id) {
        database.jdbi().useHandle(handle -> {
            handle.execute(
                    """
                    insert into event (id, type, subject, starts_at, author, created_at, kind, state, tier_id, assignee_id, group_id, private)
                    values (?, 'MEETING', 'Point', now(), ?, now(), 'MEETING', 'PLANNED', ?, ?, ?, ?)
                    """,
                    1_000_000 + id,
                    one("u1", "u2", "u3", "u3"),
                    one(10L, 11L, 12L, 13L, 14L, null),
                    one(1L, 2L, 3L, null, null),
                    one(5L, 6L, null, null, null),
                    random.nextBoolean());
            if (random.nextInt(3) == 0) {
                handle.execute(
                        "insert into event_participant (event_id, user_id) values (?, ?)",
                        1_000_000 + id,
                        one(1L, 2L, 3L));
            }
        });
    }

    @SafeVarargs
    private final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void oneWhoSeesOnlyHisOwnReachesThemFromBothEnds() {
        var caller = caller(1, Level.OWN);
        var sight = TestEvents.sight(database, TestCallers.of(caller));

        assertThat(sight.isPersonal()).isTrue();
        assertThat(asked(sight)).hasSizeBetween(EVENTS / 4, EVENTS * 3 / 4).containsExactlyElementsOf(reached(sight));
    }

    @Test
    void soDoesWhoeverSeesNoTierAtAll() {
        var sight = TestEvents.sight(database, TestCallers.of(caller(2, Level.NONE)));

        assertThat(sight.isPersonal()).isTrue();
        assertThat(asked(sight)).isNotEmpty().containsExactlyElementsOf(reached(sight));
    }

    @Test
    void thoseOfAUnitAreTooManyToBeReached() {
        var sight = TestEvents.sight(database, TestCallers.of(caller(1, Level.STRUCTURE)));

        assertThat(sight.isPersonal()).isFalse();
        assertThat(asked(sight)).containsExactlyElementsOf(reached(sight));
    }

    @Test
    void whoeverHasNoUnitReachesHisOwnWhateverTheRoleWouldLetHimSeeOfAUnit() {
        var caller = caller(1, Level.STRUCTURE, List.of());
        var sight = TestEvents.sight(database, TestCallers.of(caller));

        assertThat(sight.isPersonal()).isTrue();
        assertThat(asked(sight)).isNotEmpty().containsExactlyElementsOf(reached(sight));
    }

    private static Caller caller(long id, Level level) {
        return caller(id, level, List.of(1L));
    }

    private static Caller caller(long id, Level level, List<Long> units) {
        var rights = Rights.of(Set.of(Role.SALES), List.of(new RoleRight(Role.SALES, Action.READ, level)));
        return new Caller(id, "u" + id, "u" + id, "fr", Set.of(Role.SALES), units, List.of(), rights, null);
    }

    private List<Long> asked(EventSight sight) {
        return ids(sight, "event e left join tier t on t.id = e.tier_id where " + sight.predicate("e", "t"));
    }

    private List<Long> reached(EventSight sight) {
        return ids(sight, sight.all() + " e");
    }

    private List<Long> ids(EventSight sight, String from) {
        return database.db()
                .call(handle -> sight.bind(handle.createQuery("select e.id from " + from + " order by e.id"))
                        .mapTo(Long.class)
                        .list());
    }
}
