package fr.tiers.event;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class EventsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new EventFieldOwner(null));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);

    private final Callers callers = TestCallers.of(TestCallers.sales(1L));

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

        assertThat(new EventSearch(database.db(), TestEvents.sight(database, callers))
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
        assertThat(new EventSearch(database.db(), TestEvents.sight(database, callers))
                        .search(SearchWords.patterns("elys"), "elys", Visibility.of(TestCallers.sales(1L)), 20))
                .hasSize(1);

        attachment.export(10, exported::put);
        attachment.anonymise(10);
        assertThat(exported.get("event")).anySatisfy(row -> assertThat(row).containsEntry("Salle", "Élysée"));
        assertThat(events().ofTier(10))
                .allSatisfy(event -> assertThat(event.custom()).isEmpty());
    }

    @Test
    void anEventIsChangedByWhoMayAndOnlyAsItWasRead() {
        var event = events().add(10, call());
        var changed = events().update(event.id(), event.version(), withCall("Rappelé"));

        assertThat(changed.subject()).isEqualTo("Rappelé");
        assertThat(changed.call()).isEqualTo(new EventCommand.Call("OUT", 12, "01 99 00 12 34", "REACHED"));
        assertThat(changed.version()).isEqualTo(event.version() + 1);
        assertThat(changed.updatedBy()).isEqualTo("sales");
        assertThatThrownBy(() -> events().update(event.id(), event.version(), withCall("Trop tard")))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.STALE, BusinessException::kind);
        assertThat(database.db().<Long>call(handle -> handle.createQuery(
                                "select count(*) from history_entry where entity = 'event' and field = 'outcome' and new_value = 'REACHED'")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(1);

        events().delete(event.id(), changed.version());
        assertThatThrownBy(() -> events().get(event.id())).satisfies(EventsTest::isNotFound);
    }

    @Test
    void whatTheKindDoesNotHaveIsRefused() {
        var wrong = new EventCommand(
                "CALL",
                "Appel",
                null,
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-20T09:00:00Z"),
                null,
                99L,
                98L,
                null,
                "nobody",
                "NOGROUP",
                null,
                null,
                null,
                new EventCommand.Meeting(
                        null, "javascript:alert(1)", List.of(new Participant(null, null, null, null, null))),
                null,
                Map.of());

        assertThatThrownBy(() -> events().add(10, wrong))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "end before-start",
                                "meeting not-of-kind",
                                "meeting.onlineLink url-shape",
                                "meeting.participants required",
                                "contactId unknown-reference",
                                "addressId unknown-reference",
                                "assignee unknown-reference",
                                "group unknown-reference"));
    }

    @Test
    void anEventWithoutATierIsSeenByThoseItConcerns() {
        user(1, "sales");
        user(8, "other");
        var mine = events().create(null, meeting(Participant.user("other"), false));
        var secret = events().create(10L, meeting(Participant.guest("a@b.example", "A"), true));

        assertThat(as(8, "other").get(mine.id()).meeting().participants())
                .singleElement()
                .returns("other", Participant::user);
        assertThatThrownBy(() -> as(9, "third").get(mine.id())).satisfies(EventsTest::isNotFound);
        assertThat(events().ofTier(10)).hasSize(1);
        assertThat(as(8, "other").ofTier(10)).isEmpty();
        assertThatThrownBy(() -> as(8, "other").get(secret.id())).satisfies(EventsTest::isNotFound);
    }

    @Test
    void aListIsFilteredSortedAndPagedByTheDatabase() {
        define("\"code\":\"room\",\"type\":\"STRING\",\"labelFr\":\"Salle\",\"listed\":true,\"filterable\":true");
        for (var room : List.of("B", "C", "A")) {
            events().add(10, meeting(Map.of("room", room)));
        }
        events().add(11, call());
        var list = TestEvents.list(database, callers, fields);
        var byRoom = EventSort.Order.parse("custom.room");
        var inAOrB = Records.with(EventFilter.NONE, "kind", EventKind.MEETING);

        var first = list.page(inAOrB, byRoom, null, 2);
        var second = list.page(inAOrB, byRoom, first.next(), 2);

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.items())
                .extracting(event -> event.custom().get("room"))
                .containsExactly("A", "B");
        assertThat(second.items())
                .extracting(event -> event.custom().get("room"))
                .containsExactly("C");
        assertThat(second.next()).isNull();
        var filter = Records.with(EventFilter.NONE, "custom", FieldFilter.parse(Map.of("custom.room", List.of("C"))));
        assertThat(list.count(filter)).isEqualTo(1);
        assertThat(list.rows(filter, byRoom, 0, 10, 1)).hasSize(1);
        assertThatThrownBy(() -> list.page(EventFilter.NONE, byRoom, "xx", 2)).isInstanceOf(BusinessException.class);
    }

    private void user(long id, String login) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into app_user (id, login, display_name) values (?, ?, ?) on conflict do nothing",
                        id,
                        login,
                        login));
    }

    private Events as(long id, String login) {
        var caller = new Caller(id, login, login, "fr", Set.of(Role.SALES), List.of(1L));
        return TestEvents.events(database, clock, TestCallers.of(caller), fields);
    }

    private static EventCommand meeting(Participant guest, boolean secret) {
        return new EventCommand(
                "MEETING",
                "Point",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                secret,
                null,
                null,
                new EventCommand.Meeting("Nantes", null, List.of(guest)),
                null,
                Map.of());
    }

    private static EventCommand withCall(String subject) {
        return new EventCommand(
                "CALL",
                subject,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new EventCommand.Call("OUT", 12, "01 99 00 12 34", "REACHED"),
                null,
                null,
                Map.of());
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
        return TestEvents.events(database, clock, callers, fields);
    }
}
