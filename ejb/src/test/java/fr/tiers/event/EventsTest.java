package fr.tiers.event;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class EventsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new EventFieldOwner());
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
    }

    @Test
    void eventsComeLatestFirstAndStartNowUnlessSaid() {
        events().add(10, new EventCommand("CALL", "Relance devis", null, Instant.parse("2026-10-01T08:00:00Z")));
        events().add(10, new EventCommand("NOTE", "Nouveau gérant", "Arrivé en octobre", null));

        assertThat(events().ofTier(10))
                .extracting(EventView::subject, EventView::start, EventView::author)
                .containsExactly(
                        tuple("Nouveau gérant", clock.instant(), "sales"),
                        tuple("Relance devis", Instant.parse("2026-10-01T08:00:00Z"), "sales"));
    }

    @Test
    void aTierOfAnotherUnitDoesNotExist() {
        assertThatThrownBy(() -> events().ofTier(20)).satisfies(EventsTest::isNotFound);
        assertThatThrownBy(() -> events().add(20, call())).satisfies(EventsTest::isNotFound);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> events().add(10, new EventCommand("PARTY", " ", "a\0b", Instant.MIN)))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "type unknown-value",
                                "subject required",
                                "body control-character",
                                "start out-of-range"));
    }

    @Test
    void eventsAreFoundBySubjectAtVisibleTiersOnly() {
        events().add(10, call());
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                insert into event (tier_id, type, subject, starts_at, author, created_at)
                values (20, 'CALL', 'Relance du devis', now(), 'x', now())
                """));

        assertThat(new EventSearch(database.db())
                        .search(
                                SearchWords.patterns("dévis rel"),
                                "dévis rel",
                                Visibility.of(TestCallers.sales(1L)),
                                20))
                .singleElement()
                .returns(10L, hit -> hit.tierId())
                .returns("EVENT", hit -> hit.kind());
    }

    @Test
    void mergeMovesAndAnonymiseEmpties() {
        events().add(11, call());
        var attachment = new EventAttachment(database.db(), new PersonalFields(database.db(), fields));

        attachment.reattach(11, 10);
        attachment.anonymise(10);
        var exported = new TreeMap<String, Object>();
        attachment.export(10, exported::put);

        assertThat(attachment.count(11)).isZero();
        assertThat(events().ofTier(10))
                .singleElement()
                .returns("—", EventView::subject)
                .returns(null, EventView::body);
        assertThat(exported).containsOnlyKeys("event");
    }

    @Test
    void customFieldsAreCheckedFoundHandedOutAndForgotten() {
        define("\"code\":\"room\",\"type\":\"STRING\",\"labelFr\":\"Salle\",\"required\":true,\"searchable\":true,"
                + "\"personal\":true,\"tierTypes\":[\"MEETING\"]");
        var attachment = new EventAttachment(database.db(), new PersonalFields(database.db(), fields));
        var exported = new TreeMap<String, List<Map<String, Object>>>();

        assertThat(events().add(10, call()).custom()).isEmpty();
        assertThatThrownBy(() -> events().add(10, meeting(Map.of("nobody", 1))))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder("custom.room required", "custom.nobody unknown-field"));
        assertThat(events().add(10, meeting(Map.of("room", "Élysée"))).custom()).containsEntry("room", "Élysée");
        assertThat(new EventSearch(database.db())
                        .search(SearchWords.patterns("elys"), "elys", Visibility.of(TestCallers.sales(1L)), 20))
                .hasSize(1);

        attachment.export(10, exported::put);
        attachment.anonymise(10);
        assertThat(exported.get("event")).anySatisfy(row -> assertThat(row).containsEntry("Salle", "Élysée"));
        assertThat(events().ofTier(10))
                .allSatisfy(event -> assertThat(event.custom()).isEmpty());
    }

    private void define(String json) {
        TestCustomFields.service(database, clock, TestCallers.of(TestCallers.sales(1L)), fields)
                .create(TestCustomFields.definition("{\"object\":\"EVENT\"," + json + '}'));
    }

    private static EventCommand meeting(Map<String, Object> custom) {
        return new EventCommand("MEETING", "Revue annuelle", null, null, null, custom);
    }

    private static EventCommand call() {
        return new EventCommand("CALL", "Relance du devis", "Rappeler lundi", null);
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.NOT_FOUND, BusinessException::kind);
    }

    private Events events() {
        Callers callers = TestCallers.of(TestCallers.sales(1L));
        var events = new Events();
        events.db = database.db();
        events.clock = clock;
        events.access = new TierAccess(database.db(), callers);
        events.fields = fields;
        events.history = new History(database.db(), clock);
        events.authors = new Authors(callers, new Source());
        events.touched = new TestEvent<>();
        return events;
    }
}
