package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.TestCallers;
import fr.tiers.access.Visibility;
import fr.tiers.history.HistoryRow;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TierTouched;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.FOREIGN;
import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class ContactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final LinkCommand KNOWN = LinkCommand.of(null, null, null, null, false);

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture sales = new ContactFixture(database, new TestClock(), TestCallers.sales(1L));
    private final ContactFixture system = new ContactFixture(database, new TestClock(), Caller.SYSTEM);
    private final Contacts contacts = sales.contacts;

    @BeforeEach
    void tiers() {
        ContactFixture.tiers(database);
    }

    @Test
    void theFirstContactBecomesTheMainOne() {
        sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");

        assertMains("Kermarec", "Lefranc");
    }

    @Test
    void aNewMainContactTakesTheFormerOnesPlace() {
        sales.add(OURS, "Kermarec");
        sales.addMain(OURS, "Lefranc");

        assertMains("Lefranc", "Kermarec");
    }

    @Test
    void untickingTheBoxHandsOverToTheOneKnownLongest() {
        var first = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");
        sales.add(OURS, "Marchetti");

        contacts.update(first.id(), first.version(), ContactFixture.job("Kermarec", false));

        assertMains("Lefranc", "Kermarec", "Marchetti");
    }

    @Test
    void theOnlyContactStaysTheMainOne() {
        var only = sales.add(OURS, "Kermarec");

        assertThat(contacts.update(only.id(), only.version(), ContactFixture.job("Kermarec", false))
                        .main())
                .isTrue();
    }

    @Test
    void theMainContactCannotBeRemovedWhileSomebodyElseCouldTakeThePlace() {
        var first = sales.add(OURS, "Kermarec");
        var second = sales.add(OURS, "Lefranc");

        assertRefused("contact-main", () -> contacts.remove(first.id(), first.version()));
        contacts.remove(second.id(), second.version());
        contacts.remove(first.id(), first.version());

        assertThat(contacts.ofTier(OURS)).isEmpty();
    }

    @Test
    void whoeverHasLeftIsNotTheMainContact() {
        var first = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");

        contacts.update(first.id(), first.version(), until(TODAY.minusDays(1), true));

        assertThat(contacts.ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main, ContactLinkView::current)
                .containsExactly(tuple("Lefranc", true, true), tuple("Kermarec", false, false));
    }

    @Test
    void theLastDayIsStillAWorkingDay() {
        var first = sales.add(OURS, "Kermarec");

        assertThat(contacts.update(first.id(), first.version(), until(TODAY, true))
                        .current())
                .isTrue();
    }

    @Test
    void aMainContactWhoseLastDayHasPassedHandsOverByNight() {
        var clock = new TestClock();
        var today = new ContactFixture(database, clock, Caller.SYSTEM);
        var first = today.add(OURS, "Kermarec");
        today.add(OURS, "Lefranc");
        today.contacts.update(first.id(), first.version(), until(TODAY, true));
        clock.advance(java.time.Duration.ofDays(1));
        var night = new MainContactSuccession();
        night.db = database.db();
        night.rows = today.rows;
        night.main = today.main;
        night.touched = today.touched;

        night.handOver();

        assertMains("Lefranc", "Kermarec");
    }

    @Test
    void addingIsLoggedAndFollowersAreTold() {
        var link = sales.add(OURS, "Kermarec");

        assertThat(sales.history.ofTier(OURS, Long.MAX_VALUE, 10))
                .extracting(HistoryRow::entity, HistoryRow::entityId, HistoryRow::action)
                .contains(tuple("contact", link.id(), "CREATE"));
        assertThat(sales.touched.fired()).containsExactly(new TierTouched(OURS));
    }

    @Test
    void everyChangeIsLoggedFieldByField() {
        var link = sales.add(OURS, "Kermarec");
        var person = sales.people.get(link.contactId());

        contacts.update(
                link.id(),
                link.version(),
                LinkCommand.of("Directrice", "MANAGEMENT", "kermarec@exemple.example", "01 99 00 12 34", true));
        sales.people.update(person.id(), person.version(), PersonCommand.named("MME", "Le Goff", "Anne"));

        assertThat(sales.history.ofTier(OURS, Long.MAX_VALUE, 10))
                .filteredOn(row -> "UPDATE".equals(row.action()))
                .extracting(HistoryRow::field, HistoryRow::oldValue, HistoryRow::newValue)
                .contains(tuple("jobTitle", "Gérante", "Directrice"), tuple("lastName", "Kermarec", "Le Goff"));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        var person = new PersonCommand(
                "DR",
                " ",
                null,
                TODAY.plusDays(1),
                "xx",
                "javascript:alert(1)",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var monday = new Slot(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0));
        var link = new LinkCommand(
                null,
                null,
                null,
                null,
                null,
                "nobody",
                "call me",
                null,
                false,
                true,
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 1, 1),
                null,
                List.of(monday, monday));

        assertThatThrownBy(() -> contacts.add(OURS, person, link))
                .asInstanceOf(type(BusinessException.class))
                .extracting(BusinessException::violations)
                .asInstanceOf(list(Violation.class))
                .extracting(violation -> violation.field() + ' ' + violation.code())
                .containsExactlyInAnyOrder(
                        "lastName required",
                        "civility unknown-value",
                        "birthday in-future",
                        "language unknown-value",
                        "linkedin url-shape",
                        "email email-shape",
                        "phone phone-shape",
                        "to before-start",
                        "availability slots-overlap");
    }

    @Test
    void aTierOfAnotherUnitDoesNotExist() {
        var foreign = system.add(FOREIGN, "Kermarec");

        assertThatThrownBy(() -> contacts.ofTier(FOREIGN)).satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> sales.add(FOREIGN, "Lefranc")).satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> contacts.get(foreign.id())).satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> contacts.update(foreign.id(), 0, ContactFixture.job("X", false)))
                .satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> contacts.remove(foreign.id(), 0)).satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> contacts.reportTo(foreign.id(), null)).satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> sales.people.get(foreign.contactId())).satisfies(ContactsTest::isNotFound);
        assertThat(search("Kermarec")).isEmpty();
        assertThat(sales.list.rows(ContactFilter.NONE, ContactSort.Order.BY_NAME, 0, 10))
                .isEmpty();
    }

    @Test
    void ofAPersonKnownElsewhereOnlyTheVisibleLinksShow() {
        var ours = sales.add(OURS, "Kermarec");
        system.contacts.link(ours.contactId(), FOREIGN, ContactFixture.job("Ailleurs", false));

        assertThat(sales.people.get(ours.contactId()).links())
                .extracting(ContactLinkView::tierId)
                .containsExactly(OURS);
        assertThat(system.people.get(ours.contactId()).links()).hasSize(2);
    }

    @Test
    void aPersonOfAForeignTierCannotBeLinked() {
        var foreign = system.add(FOREIGN, "Kermarec");

        assertThatThrownBy(() -> contacts.link(foreign.contactId(), OURS, ContactFixture.job("X", false)))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.INVALID, BusinessException::kind);
    }

    @Test
    void somebodyElsesChangeIsNotOverwritten() {
        var link = sales.add(OURS, "Kermarec");
        contacts.update(link.id(), link.version(), ContactFixture.job("Autre", true));

        assertThatThrownBy(() -> contacts.update(link.id(), link.version(), ContactFixture.job("X", true)))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.STALE, BusinessException::kind);
    }

    @Test
    void aChangeOfEmployerClosesOneLinkAndOpensAnother() {
        var leaving = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");

        var there = contacts.changeEmployer(leaving.id(), leaving.version(), going(OTHER, LocalDate.of(2026, 11, 2)));

        var career = sales.people.get(leaving.contactId()).links();
        assertThat(career)
                .extracting(
                        ContactLinkView::tierId,
                        ContactLinkView::current,
                        ContactLinkView::main,
                        ContactLinkView::from,
                        ContactLinkView::to)
                .containsExactly(
                        tuple(OTHER, true, true, LocalDate.of(2026, 11, 2), null),
                        tuple(OURS, false, false, null, LocalDate.of(2026, 11, 1)));
        assertThat(there.id()).isEqualTo(career.get(0).id());
        assertMains("Lefranc", "Kermarec");
        assertThat(sales.touched.fired()).contains(new TierTouched(OURS), new TierTouched(OTHER));
    }

    @Test
    void nobodyGoesToTheSameOrToAForeignEmployer() {
        var leaving = sales.add(OURS, "Kermarec");

        for (long tier : List.of(OURS, FOREIGN)) {
            assertThatThrownBy(() -> contacts.changeEmployer(leaving.id(), leaving.version(), going(tier, TODAY)))
                    .asInstanceOf(type(BusinessException.class))
                    .extracting(refusal -> refusal.violations().get(0).field())
                    .isEqualTo("tierId");
        }
    }

    @Test
    void aPersonIsDeletedStepByStep() {
        var first = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");
        contacts.link(first.contactId(), OTHER, ContactFixture.job("Kermarec", false));
        var person = sales.people.get(first.contactId());

        assertRefused("contact-linked", () -> sales.people.delete(person.id(), person.version()));
        var version = sales.people.get(person.id()).version();
        var steps = sales.people.removeStepByStep(person.id(), version);

        assertThat(steps)
                .extracting(RemovalStep::kind)
                .containsExactlyInAnyOrder(
                        RemovalStep.Kind.UNTICK,
                        RemovalStep.Kind.UNLINK,
                        RemovalStep.Kind.UNLINK,
                        RemovalStep.Kind.DELETE);
        assertThat(people()).containsExactly("Lefranc");
        assertMains("Lefranc");
    }

    @Test
    void whoeverIsKnownElsewhereStaysThere() {
        var first = sales.add(OURS, "Kermarec");
        system.contacts.link(first.contactId(), FOREIGN, ContactFixture.job("Kermarec", false));

        var steps = sales.people.removeStepByStep(first.contactId(), 0);

        assertThat(steps).extracting(RemovalStep::kind).contains(RemovalStep.Kind.KEEP);
        assertThat(people()).containsExactly("Kermarec");
        assertThatThrownBy(() -> sales.people.get(first.contactId())).satisfies(ContactsTest::isNotFound);
    }

    @Test
    void whoeverTookTheLastLinkAwayMayStillDelete() {
        var link = sales.add(OURS, "Kermarec");
        contacts.remove(link.id(), link.version());
        var stranger = new ContactFixture(
                database,
                new TestClock(),
                new Caller(2, "other", "Other", "fr", java.util.Set.of(fr.tiers.access.Role.SALES), List.of(1L)));

        assertThatThrownBy(() -> stranger.people.get(link.contactId())).satisfies(ContactsTest::isNotFound);
        sales.people.delete(link.contactId(), sales.people.get(link.contactId()).version());

        assertThat(people()).isEmpty();
    }

    @Test
    void listsShowEachPersonOnceAndCanBeNarrowed() {
        var both = sales.add(OURS, "Kermarec");
        contacts.link(both.contactId(), OTHER, LinkCommand.of("Conseil", "TECHNICAL", null, null, false));
        var gone = sales.add(OURS, "Lefranc");
        contacts.update(gone.id(), gone.version(), until(TODAY.minusDays(1), false));

        assertThat(names(ContactFilter.NONE)).containsExactly("Kermarec", "Lefranc");
        assertThat(names(new ContactFilter("kermarec", OURS, null, null, true, true, false, null)))
                .containsExactly("Kermarec");
        assertThat(names(filter("tier 11 kermarec", null, null, null))).isEmpty();
        assertThat(names(filter("tier 10", null, null, null))).containsExactly("Kermarec", "Lefranc");
        assertThat(names(filter(null, "TECHNICAL", null, null))).containsExactly("Kermarec");
        assertThat(names(filter(null, null, true, null))).containsExactly("Kermarec");
        assertThat(names(filter(null, null, false, null))).containsExactly("Lefranc");
        assertThat(names(filter(null, null, null, true))).isEmpty();
        assertThat(sales.list.count(ContactFilter.NONE)).isEqualTo(2);
        var page = sales.list.page(ContactFilter.NONE, ContactSort.Order.BY_NAME, null, 1);
        assertThat(sales.list
                        .page(ContactFilter.NONE, ContactSort.Order.BY_NAME, page.next(), 1)
                        .items())
                .extracting(ContactRow::lastName)
                .containsExactly("Lefranc");
    }

    @Test
    void whoeverCanBeReachedNowIsFound() {
        // the clock says Sunday, ten in the morning
        reachable("Dimanche", new Slot(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(10, 1)));
        reachable("Midi", new Slot(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(10, 0)));
        reachable("Lundi", new Slot(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)));

        assertThat(names(new ContactFilter(null, null, null, null, null, null, null, true)))
                .containsExactly("Dimanche");
        assertThat(contacts.ofTier(OURS).get(0).availability()).hasSize(1);
    }

    private void reachable(String name, Slot slot) {
        contacts.add(
                OURS,
                PersonCommand.named(null, name, null),
                new LinkCommand(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(slot)));
    }

    private List<String> names(ContactFilter filter) {
        return sales.list.rows(filter, ContactSort.Order.BY_NAME, 0, 10).stream()
                .map(ContactRow::lastName)
                .toList();
    }

    private static ContactFilter filter(String q, String family, Boolean current, Boolean extranet) {
        return new ContactFilter(q, null, family, null, null, current, extranet, null);
    }

    private static EmployerChange going(long tier, LocalDate from) {
        return new EmployerChange(tier, from, "Directrice", "MANAGEMENT", null, null, null, null, null);
    }

    private static LinkCommand until(LocalDate lastDay, boolean main) {
        return new LinkCommand(null, null, null, null, null, null, null, null, main, true, null, lastDay, null, null);
    }

    private void assertMains(String main, String... others) {
        var links = contacts.ofTier(OURS);
        assertThat(links).extracting(ContactLinkView::main).startsWith(true);
        assertThat(links).filteredOn(ContactLinkView::main).hasSize(1);
        assertThat(links.get(0).lastName()).isEqualTo(main);
        assertThat(links.subList(1, links.size()))
                .extracting(ContactLinkView::lastName)
                .containsExactlyInAnyOrder(others);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(BusinessException.class))
                .returns(code, BusinessException::code)
                .satisfies(refusal -> assertThat(refusal.violations()).isNotEmpty());
    }

    @Test
    void mergeKeepsOneMainContactAndDoublesNobody() {
        var both = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");
        sales.add(OTHER, "Marchetti");
        contacts.link(both.contactId(), OTHER, KNOWN);

        sales.attachment().reattach(OTHER, OURS);

        assertThat(contacts.ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main)
                .containsExactly(tuple("Kermarec", true), tuple("Lefranc", false), tuple("Marchetti", false));
        assertThat(contacts.ofTier(OTHER)).isEmpty();
    }

    @Test
    void mergeIntoATierWithoutContactsKeepsTheMainOne() {
        sales.add(OTHER, "Kermarec");
        sales.addMain(OTHER, "Lefranc");

        sales.attachment().reattach(OTHER, OURS);

        assertThat(contacts.ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main)
                .containsExactly(tuple("Lefranc", true), tuple("Kermarec", false));
    }

    @Test
    void deletingATierKeepsPeopleKnownFromElsewhere() {
        var both = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");
        contacts.link(both.contactId(), OTHER, KNOWN);

        sales.attachment().delete(OURS);

        assertThat(people()).containsExactly("Kermarec");
        assertThat(contacts.ofTier(OTHER)).extracting(ContactLinkView::lastName).containsExactly("Kermarec");
    }

    @Test
    void anonymiseLeavesNoName() {
        var both = sales.add(OURS, "Kermarec");
        sales.add(OURS, "Lefranc");
        contacts.link(both.contactId(), OTHER, KNOWN);

        sales.attachment().anonymise(OURS);

        assertThat(contacts.ofTier(OURS)).singleElement().satisfies(link -> {
            assertThat(link.lastName()).isEqualTo("—");
            assertThat(link.email()).isNull();
            assertThat(link.main()).isTrue();
        });
        assertThat(people()).containsExactlyInAnyOrder("Kermarec", "—");
    }

    @Test
    void exportHandsOutWhatIsKept() {
        sales.add(OURS, "Kermarec");
        var sections = new TreeMap<String, List<Map<String, Object>>>();

        sales.attachment().export(OURS, sections::put);

        assertThat(sections.get("contact")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("last_name", "Kermarec")
                .containsEntry("email", "kermarec@exemple.example"));
    }

    @Test
    void peopleAreFoundByNameByMailAndByNumberInAnyGrouping() {
        sales.add(OURS, "Kermarec");

        assertThat(search("anne kermarec")).hasSize(1);
        assertThat(search("kermarec@exemple")).hasSize(1);
        assertThat(search("+33 1 99 00 12 34")).hasSize(1);
        assertThat(search("01.99.00.12.34")).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo("CONTACT");
            assertThat(hit.tierId()).isEqualTo(OURS);
            assertThat(hit.title()).isEqualTo("Anne Kermarec");
        });
        assertThat(search("nobody")).isEmpty();
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.NOT_FOUND, BusinessException::kind);
    }

    private List<String> people() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select last_name from contact")
                .mapTo(String.class)
                .list());
    }

    private List<SearchHit> search(String typed) {
        return new ContactSearch(database.db())
                .search(SearchWords.patterns(typed), typed, Visibility.of(TestCallers.sales(1L)), 20);
    }
}
