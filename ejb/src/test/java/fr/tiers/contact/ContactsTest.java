package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class ContactsTest {

    private static final long OURS = 10;
    private static final long OTHER = 11;
    private static final long FOREIGN = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, OURS, 1L);
        TestTiers.tier(database, OTHER, 1L);
        TestTiers.tier(database, FOREIGN, 2L);
    }

    @Test
    void theFirstContactBecomesTheMainOne() {
        contacts().add(OURS, person("Kermarec", false));
        contacts().add(OURS, person("Lefranc", false));

        assertThat(contacts().ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main)
                .containsExactly(tuple("Kermarec", true), tuple("Lefranc", false));
    }

    @Test
    void aNewMainContactTakesTheFormerOnesPlace() {
        contacts().add(OURS, person("Kermarec", false));
        contacts().add(OURS, person("Lefranc", true));

        assertThat(contacts().ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main)
                .containsExactly(tuple("Lefranc", true), tuple("Kermarec", false));
    }

    @Test
    void addingIsLogged() {
        var link = contacts().add(OURS, person("Kermarec", false));

        assertThat(history().ofTier(OURS, Long.MAX_VALUE, 10))
                .singleElement()
                .returns("contact", row -> row.entity())
                .returns(link.id(), row -> row.entityId())
                .returns("CREATE", row -> row.action());
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        var wrong = new ContactCommand(
                null,
                "DR",
                " ",
                null,
                "nobody",
                "call me",
                null,
                null,
                null,
                false,
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 1, 1));

        assertThatThrownBy(() -> contacts().add(OURS, wrong))
                .asInstanceOf(type(BusinessException.class))
                .extracting(BusinessException::violations)
                .asInstanceOf(list(Violation.class))
                .extracting(violation -> violation.field() + ' ' + violation.code())
                .containsExactlyInAnyOrder(
                        "lastName required",
                        "civility unknown-value",
                        "email email-shape",
                        "phone phone-shape",
                        "to before-start");
    }

    @Test
    void aTierOfAnotherUnitDoesNotExist() {
        contacts(Caller.SYSTEM).add(FOREIGN, person("Kermarec", false));

        assertThatThrownBy(() -> contacts().ofTier(FOREIGN)).satisfies(ContactsTest::isNotFound);
        assertThatThrownBy(() -> contacts().add(FOREIGN, person("Lefranc", false)))
                .satisfies(ContactsTest::isNotFound);
        assertThat(search("Kermarec")).isEmpty();
    }

    @Test
    void aPersonOfAForeignTierCannotBeLinked() {
        var foreign = contacts(Caller.SYSTEM).add(FOREIGN, person("Kermarec", false));

        assertThatThrownBy(() -> contacts().add(OURS, known(foreign.contactId())))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.INVALID, BusinessException::kind);
    }

    @Test
    void mergeKeepsOneMainContactAndDoublesNobody() {
        var both = contacts().add(OURS, person("Kermarec", false));
        contacts().add(OURS, person("Lefranc", false));
        contacts().add(OTHER, person("Marchetti", false));
        contacts().add(OTHER, known(both.contactId()));

        attachment().reattach(OTHER, OURS);

        assertThat(contacts().ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main)
                .containsExactly(tuple("Kermarec", true), tuple("Lefranc", false), tuple("Marchetti", false));
        assertThat(contacts().ofTier(OTHER)).isEmpty();
    }

    @Test
    void mergeIntoATierWithoutContactsKeepsTheMainOne() {
        contacts().add(OTHER, person("Kermarec", false));
        contacts().add(OTHER, person("Lefranc", true));

        attachment().reattach(OTHER, OURS);

        assertThat(contacts().ofTier(OURS))
                .extracting(ContactLinkView::lastName, ContactLinkView::main)
                .containsExactly(tuple("Lefranc", true), tuple("Kermarec", false));
    }

    @Test
    void deletingATierKeepsPeopleKnownFromElsewhere() {
        var both = contacts().add(OURS, person("Kermarec", false));
        contacts().add(OURS, person("Lefranc", false));
        contacts().add(OTHER, known(both.contactId()));

        attachment().delete(OURS);

        assertThat(people()).containsExactly("Kermarec");
        assertThat(contacts().ofTier(OTHER))
                .extracting(ContactLinkView::lastName)
                .containsExactly("Kermarec");
    }

    @Test
    void anonymiseLeavesNoName() {
        var both = contacts().add(OURS, person("Kermarec", false));
        contacts().add(OURS, person("Lefranc", false));
        contacts().add(OTHER, known(both.contactId()));

        attachment().anonymise(OURS);

        assertThat(contacts().ofTier(OURS)).singleElement().satisfies(link -> {
            assertThat(link.lastName()).isEqualTo("—");
            assertThat(link.email()).isNull();
            assertThat(link.main()).isTrue();
        });
        assertThat(people()).containsExactlyInAnyOrder("Kermarec", "—");
    }

    @Test
    void exportHandsOutWhatIsKept() {
        contacts().add(OURS, person("Kermarec", false));
        var sections = new TreeMap<String, List<Map<String, Object>>>();

        attachment().export(OURS, sections::put);

        assertThat(sections.get("contact")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("last_name", "Kermarec")
                .containsEntry("email", "kermarec@exemple.example"));
    }

    @Test
    void peopleAreFoundByNameByMailAndByNumberInAnyGrouping() {
        contacts().add(OURS, person("Kermarec", false));

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

    private static ContactCommand person(String lastName, boolean main) {
        var email = lastName.toLowerCase(Locale.ROOT) + "@exemple.example";
        return new ContactCommand(
                null,
                "MME",
                lastName,
                "Anne",
                email,
                "01 99 00 12 34",
                null,
                "Gérante",
                "MANAGEMENT",
                main,
                null,
                null);
    }

    private static ContactCommand known(long contactId) {
        return new ContactCommand(contactId, null, null, null, null, null, null, null, null, false, null, null);
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

    private ContactAttachment attachment() {
        return new ContactAttachment(database.db());
    }

    private History history() {
        return new History(database.db(), clock);
    }

    private Contacts contacts() {
        return contacts(TestCallers.sales(1L));
    }

    private Contacts contacts(Caller caller) {
        var contacts = new Contacts();
        contacts.db = database.db();
        contacts.clock = clock;
        contacts.callers = TestCallers.of(caller);
        contacts.access = new TierAccess(database.db(), contacts.callers);
        contacts.history = history();
        contacts.authors = new Authors(contacts.callers, new Source());
        return contacts;
    }
}
