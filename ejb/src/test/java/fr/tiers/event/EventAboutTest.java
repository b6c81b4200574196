package fr.tiers.event;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

@DisplayName("What an event is about")
class EventAboutTest {

    private static final EventCommand CALL = new EventCommand("CALL", "Qui est-ce ?", null, null);

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new EventFieldOwner(null));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);
    private final Callers callers = TestCallers.of(TestCallers.sales(1L));

    @BeforeEach
    void tiersAndPeople() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                insert into app_user (id, login, display_name) values (1, 'sales', 'Sales') on conflict (id) do update set login = excluded.login;
                insert into contact (id, last_name, language, version, created_at, updated_at)
                values (7, 'Lenoir', 'fr', 0, now(), now()), (8, 'Roux', 'fr', 0, now(), now());
                insert into contact_link (id, contact_id, tier_id, version)
                values (70, 7, 10, 0), (80, 8, 11, 0);
                """));
    }

    private Events events() {
        return TestEvents.events(database, clock, callers, fields);
    }

    private List<String> history(long tierId) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', field, coalesce(old_value, '-'), coalesce(new_value, '-')) from history_entry where tier_id = :tier and entity = 'event' and field is not null order by id")
                .bind("tier", tierId)
                .mapTo(String.class)
                .list());
    }

    private String name(long tierId) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select name from tier where id = :id")
                .bind("id", tierId)
                .mapTo(String.class)
                .one());
    }

    @Test
    void isSaidLaterAndChangedAndEachTierHearsItsPart() {
        var event = events().create(null, CALL);

        var known = events().about(event.id(), event.version(), new EventAbout(10L, 7L, null));
        assertThat(known.tierId()).isEqualTo(10);
        assertThat(known.contactName()).isEqualTo("Lenoir");
        assertThat(events().ofTier(10)).extracting(EventView::id).containsExactly(event.id());

        var moved = events().about(event.id(), known.version(), new EventAbout(11L, 8L, null));
        assertThat(moved.tierId()).isEqualTo(11);
        assertThat(events().ofTier(10)).isEmpty();
        assertThat(history(10)).containsExactly("contact - Lenoir", "tier - " + name(10), "tier " + name(10) + " -");
        assertThat(history(11)).containsExactly("contact - Roux", "tier - " + name(11));

        assertThat(events().about(event.id(), moved.version(), new EventAbout(null, null, null))
                        .tierId())
                .isNull();
    }

    @Test
    void hasToBeOfTheTierItGoesTo() {
        var event = events().add(10, Records.with(CALL, "contactId", 7L));

        assertThatThrownBy(() -> events().about(event.id(), event.version(), new EventAbout(11L, 7L, null)))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .returns("contactId", each -> each.field())
                        .returns("unknown-reference", each -> each.code()));
    }

    @Test
    void needsTheRightOnBothSides() {
        var mine = events().add(10, CALL);
        assertThatThrownBy(() -> events().about(mine.id(), mine.version(), new EventAbout(20L, null, null)))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.NOT_FOUND, BusinessException::kind);

        // written by the caller while the tier was still the caller's
        database.jdbi().useHandle(handle -> handle.execute("update tier set sales_unit_id = 2 where id = 10"));
        assertThat(events().get(mine.id()).tierName()).isNull();
        assertThatThrownBy(() -> events().about(mine.id(), mine.version(), new EventAbout(11L, null, null)))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.FORBIDDEN, BusinessException::kind)
                .returns("right-missing", BusinessException::code);
    }

    @Test
    void isFoundThroughWhoeverTakesPart() {
        var about = events().add(10, Records.with(CALL, "contactId", 7L));
        var with = events().add(
                        10,
                        Records.with(
                                new EventCommand("MEETING", "Revue", null, null),
                                "meeting",
                                new EventCommand.Meeting(
                                        null, null, List.of(new Participant(null, 7L, null, null, null)))));
        events().add(10, CALL);

        var filter = Records.with(EventFilter.NONE, "contact", 7L);
        var list = TestEvents.list(database, callers, fields);
        assertThat(list.rows(filter, EventSort.Order.LATEST_FIRST, 0, 10, list.count(filter)))
                .extracting(EventView::id)
                .containsExactlyInAnyOrder(about.id(), with.id());
    }
}
