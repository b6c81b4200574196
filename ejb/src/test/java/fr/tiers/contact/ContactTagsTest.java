package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tag.Tag;
import fr.tiers.tag.TagCommand;
import fr.tiers.tag.TagTable;
import fr.tiers.tag.TagUse;
import fr.tiers.tag.Tagged;
import fr.tiers.tag.Tags;
import fr.tiers.tag.TestTags;
import fr.tiers.tag.WornTags;
import fr.tiers.tier.TierTouched;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.FOREIGN;
import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static fr.tiers.contact.ContactTagUse.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What holds for the tags of people, and for tags that several kinds of objects wear. */
class ContactTagsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture sales = new ContactFixture(database, new TestClock(), TestCallers.sales(1L));
    private final ContactFixture system = new ContactFixture(database, new TestClock(), Caller.SYSTEM);
    private final TagUse use = use(sales);
    private final Tags tags = TestTags.of(database, new TestClock(), sales.callers, use);
    private final Tags managed = TestTags.ofManager(database, new TestClock(), use, new Boxes());
    private final WornTags worn = TestTags.worn(database, tags, use);

    /** Another kind of object, which wears its tags in the table of addresses. */
    private static final class Boxes implements TagUse {
        @Override
        public TagTable table() {
            return new TagTable("BOX", "address_tag", "address_id");
        }

        @Override
        public void requireVisible(long id) {}

        @Override
        public void requireEditable(long id) {}

        @Override
        public void changed(long id, fr.tiers.tag.TagChange change) {}
    }

    @BeforeEach
    void tiers() {
        ContactFixture.tiers(database);
    }

    private TagUse use(ContactFixture fixture) {
        var db = database.db();
        var access = new ContactAccess(db, fixture.callers, new TierAccess(db, fixture.callers), fixture.rows);
        return new ContactTagUse(
                db,
                new TestClock(),
                access,
                fixture.rows,
                fixture.history,
                new Authors(fixture.callers, new Source()),
                fixture.touched);
    }

    @Test
    void aTagIsOfThePersonAndToldAtEachOfHisOrHerTiers() {
        var link = sales.add(OURS, "Kermarec");
        var elsewhere = system.contacts.link(link.contactId(), FOREIGN, LinkCommand.of(null, null, null, null, false));
        var before = sales.people.get(link.contactId());

        var vip = worn.add(OBJECT, link.contactId(), "VIP");
        worn.add(OBJECT, link.contactId(), "Salon");
        worn.add(OBJECT, link.contactId(), "salon");
        worn.remove(OBJECT, link.contactId(), vip.id());

        var after = sales.people.get(link.contactId());
        assertThat(after.tags()).containsExactly("Salon");
        assertThat(after.version()).isEqualTo(before.version() + 3);
        for (var told : List.of(link, elsewhere)) {
            assertThat(sales.history.ofTier(told.tierId(), Long.MAX_VALUE, 3))
                    .extracting(row -> row.field(), row -> row.oldValue(), row -> row.newValue())
                    .containsExactly(
                            tuple("tags", "Salon · VIP", "Salon"),
                            tuple("tags", "VIP", "Salon · VIP"),
                            tuple("tags", null, "VIP"));
        }
        assertThat(sales.touched.fired()).contains(new TierTouched(OURS), new TierTouched(FOREIGN));
        assertThat(new ContactPast(database.db(), sales.rows).rows(OURS, null).get(link.id()))
                .containsEntry("tags", "Salon");
    }

    @Test
    void tagsOfSomebodyWhoWorksElsewhereDoNotExist() {
        var foreign = system.add(FOREIGN, "Lointain");

        for (Runnable attempt : List.<Runnable>of(
                () -> worn.of(OBJECT, foreign.contactId()),
                () -> worn.add(OBJECT, foreign.contactId(), "VIP"),
                () -> worn.remove(OBJECT, foreign.contactId(), 1))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(BusinessException.Kind.NOT_FOUND));
        }
        assertThat(tags.all()).isEmpty();
    }

    @Test
    void listsAreFilteredByAnyAllAndNoneWithTheTagsBelow() {
        var upper = managed.create(new TagCommand("Salons", null, null, List.of(OBJECT), true));
        managed.create(new TagCommand("Sirha", null, upper.id(), List.of(OBJECT), true));
        var first = sales.add(OURS, "Alpha").contactId();
        var second = sales.add(OURS, "Bravo").contactId();
        sales.add(OURS, "Charlie");
        worn.add(OBJECT, first, "Sirha");
        worn.add(OBJECT, first, "VIP");
        worn.add(OBJECT, second, "VIP");

        assertThat(found(List.of("salons", "vip"), List.of(), List.of())).containsExactly("Alpha", "Bravo");
        assertThat(found(List.of(), List.of("salons", "vip"), List.of())).containsExactly("Alpha");
        assertThat(found(List.of(), List.of(), List.of("salons"))).containsExactly("Bravo", "Charlie");
        assertThat(found(List.of("VIP"), List.of(), List.of("Sirha"))).containsExactly("Bravo");
        assertThat(found(List.of("inconnue"), List.of(), List.of())).isEmpty();
    }

    @Test
    void theListIsFilteredByTheStateOfTheAddress() {
        var link = sales.add(OURS, "Alpha");
        sales.add(OURS, "Bravo");
        sales.emailStates.set(link.id(), link.version(), EmailState.INVALID);

        assertThat(names(new ContactFilter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        EmailState.INVALID,
                        Tagged.WHATEVER,
                        List.of())))
                .containsExactly("Alpha");
        assertThat(names(new ContactFilter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        EmailState.UNKNOWN,
                        Tagged.WHATEVER,
                        List.of())))
                .containsExactly("Bravo");
    }

    @Test
    void aTagThatAPersonWearsIsNeitherDeletedNorTakenFromPeople() {
        var tag = worn.add(OBJECT, sales.add(OURS, "Kermarec").contactId(), "VIP");

        assertThatThrownBy(() -> managed.delete(tag.id(), tag.version())).hasMessageContaining("tag-in-use");
        assertThatThrownBy(() -> managed.update(
                        tag.id(), tag.version(), new TagCommand("VIP", null, null, List.of("BOX"), true)))
                .hasMessageContaining("tag-worn");
        assertThat(managed.counts(tag.id())).isEqualTo(Map.of(OBJECT, 1L));
        assertThat(managed.allCounts()).isEqualTo(Map.of(tag.id(), Map.of(OBJECT, 1L)));
    }

    @Test
    void aMergeReattachesPeopleAndWidensWhatTheOtherIsFor() {
        var person = sales.add(OURS, "Kermarec").contactId();
        var gone = worn.add(OBJECT, person, "Salon 2026");
        var kept = managed.create(new TagCommand("Salon", null, null, List.of("BOX"), true));

        managed.merge(gone.id(), kept.id());

        assertThat(worn.of(OBJECT, person)).extracting(Tag::id).containsExactly(kept.id());
        assertThat(managed.get(kept.id()).scopes()).containsExactly("BOX", OBJECT);
    }

    @Test
    void aMergeIsRefusedWhereAThirdTagHasTheWord() {
        var gone = worn.add(OBJECT, sales.add(OURS, "Kermarec").contactId(), "Salon 2026");
        worn.add(OBJECT, sales.add(OURS, "Lefranc").contactId(), "Salon");
        var kept = managed.create(new TagCommand("Salon", null, null, List.of("BOX"), true));

        assertThatThrownBy(() -> managed.merge(gone.id(), kept.id())).hasMessageContaining("already-used");
    }

    @Test
    void tagsAreForgottenWithThePersonAndHandedOut() {
        var here = sales.add(OURS, "Kermarec").contactId();
        var both = sales.add(OURS, "Lefranc").contactId();
        sales.contacts.link(both, OTHER, LinkCommand.of(null, null, null, null, false));
        worn.add(OBJECT, here, "VIP");
        worn.add(OBJECT, both, "VIP");
        var exported = new TreeMap<String, List<Map<String, Object>>>();
        sales.attachment().export(OURS, exported::put);

        sales.attachment().anonymise(OURS);

        assertThat(exported.get("contact")).extracting(row -> row.get("tags")).containsExactly("VIP", "VIP");
        assertThat(system.people.get(here).tags()).isEmpty();
        assertThat(system.people.get(both).tags()).containsExactly("VIP");
    }

    private List<String> found(List<String> any, List<String> all, List<String> none) {
        return names(new ContactFilter(
                null, null, null, null, null, null, null, null, null, new Tagged(any, all, none), List.of()));
    }

    private List<String> names(ContactFilter filter) {
        var names = sales.list.rows(filter, ContactSort.Order.BY_NAME, 0, 10).stream()
                .map(ContactRow::lastName)
                .toList();
        assertThat(sales.list.count(filter)).isEqualTo(names.size());
        return names;
    }
}
