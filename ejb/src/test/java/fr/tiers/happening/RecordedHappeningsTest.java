package fr.tiers.happening;

import fr.tiers.history.Change;
import fr.tiers.history.History;
import fr.tiers.history.Recorded;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.TestTiers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the lines of the change log mean as business. */
class RecordedHappeningsTest {

    private static final History.Author AUTHOR = new History.Author("sales", "UI");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestEvent<Happening> happenings = new TestEvent<>();
    private final RecordedHappenings reader = new RecordedHappenings(database.db(), happenings);

    @BeforeEach
    void tier() {
        TestTiers.unit(database, 1);
        TestTiers.tier(database, 10, 1L);
        sql("insert into app_user (id, login, display_name) values (1, 'owner', 'Odile Propriétaire')");
    }

    private void sql(String sql) {
        database.db().run(handle -> handle.execute(sql));
    }

    private void log(History.Author author, String entity, long id, String action, Change... changes) {
        reader.recorded(new Recorded(author, entity, id, 10, action, List.of(changes), Map.of()));
    }

    @Test
    void oneSaveOfATierMayBeSeveralHappenings() {
        log(
                AUTHOR,
                "tier",
                10,
                "UPDATE",
                new Change("blocked", "false", "true"),
                new Change("blockedReason", null, "Impayé"),
                new Change("owner", null, "owner"),
                new Change("phone", null, "0240000000"),
                new Change("custom.margin", null, "3"));

        assertThat(happenings.fired())
                .extracting(Happening::code, Happening::arguments, Happening::fields)
                .containsExactly(
                        tuple(HappeningCode.BLOCKED, List.of("Impayé"), List.of()),
                        tuple(HappeningCode.OWNER_CHANGED, List.of("Odile Propriétaire"), List.of()),
                        tuple(HappeningCode.TIER_MODIFIED, List.of(), List.of("phone", "custom.margin")));
    }

    @Test
    void theEndOfABlockAndOfAWatchAreTold() {
        log(
                AUTHOR,
                "tier",
                10,
                "UPDATE",
                new Change("blocked", "true", "false"),
                new Change("blockedReason", "x", null));
        log(AUTHOR, "tier", 10, "UPDATE", new Change("underWatch", "true", "false"));

        assertThat(happenings.fired())
                .extracting(Happening::code)
                .containsExactly(HappeningCode.UNBLOCKED, HappeningCode.UNWATCHED);
    }

    @Test
    void whatTheRegistryBroughtIsItsOwnHappening() {
        log(new History.Author("sales", "REGISTRY"), "tier", 10, "UPDATE", new Change("name", "A", "B"));

        assertThat(happenings.fired()).extracting(Happening::code).containsExactly(HappeningCode.REGISTRY_APPLIED);
    }

    @Test
    void aPrivateEventIsToldToNobody() {
        sql(
                """
                insert into event (id, tier_id, type, subject, starts_at, author, created_at, private)
                values (1, 10, 'CALL', 'Entretien', now(), 'sales', now(), true), (2, 10, 'CALL', 'Appel', now(), 'sales', now(), false)
                """);
        log(AUTHOR, "event", 1, "CREATE", new Change(null, null, null));
        log(AUTHOR, "event", 2, "CREATE", new Change(null, null, null));

        assertThat(happenings.fired())
                .extracting(Happening::code, Happening::arguments, Happening::thingId)
                .containsExactly(tuple(HappeningCode.EVENT_ADDED, List.of("Appel"), 2L));
    }

    @Test
    void whatNobodyFollowsATierForIsNoHappening() {
        log(AUTHOR, "quality", 10, "UPDATE", new Change("score", "1", "2"));
        log(AUTHOR, "contact", 3, "UPDATE", new Change("email", null, "a@b.example"));
        log(AUTHOR, "note", 3, "DELETE", new Change(null, "x", null));

        assertThat(happenings.fired()).isEmpty();
    }
}
