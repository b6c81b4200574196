package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.LineRights;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

/** A custom field that only some roles see, and one that only some may change. */
class ContactFieldRightsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture sales = new ContactFixture(database, new TestClock(), TestCallers.sales(1L));
    private final Caller accountant =
            new Caller(1, "sales", "Accounting", "fr", Set.of(Role.ACCOUNTING, Role.SALES), List.of(1L));
    private final ContactFixture accounting = new ContactFixture(database, new TestClock(), accountant);
    private long person;

    @BeforeEach
    void people() {
        ContactFixture.tiers(database);
        sales.define("\"code\":\"fee\",\"type\":\"INTEGER\",\"labelFr\":\"Honoraires\",\"listed\":true,"
                + "\"filterable\":true,\"searchable\":true,\"visibleTo\":[\"ACCOUNTING\"]");
        sales.define("\"code\":\"twice\",\"type\":\"COMPUTED\",\"labelFr\":\"Double\",\"formula\":\"fee * 2\"");
        sales.define("\"code\":\"club\",\"type\":\"STRING\",\"labelFr\":\"Club\",\"editableBy\":[\"ACCOUNTING\"]");
        person = accounting
                .contacts
                .add(
                        OURS,
                        PersonCommand.named(null, "Kermarec", null).withCustom(Map.of("fee", 1234, "club", "Aviron")),
                        LinkCommand.of("Gérante", null, null, null, false))
                .contactId();
    }

    @Test
    void whoMayNotSeeItReadsNothingOfItNorOfWhatIsComputedFromIt() {
        assertThat(accounting.people.get(person).custom())
                .containsOnly(entry("fee", 1234L), entry("twice", 2468L), entry("club", "Aviron"));
        assertThat(sales.people.get(person).custom()).containsOnly(entry("club", "Aviron"));
        assertThat(row(sales).custom()).containsOnlyKeys("club");
        assertThat(row(accounting).custom()).containsOnlyKeys("club", "fee", "twice");
        assertThat(sales.fields.of("CONTACT")).extracting("code").containsExactly("club");
    }

    @Test
    void itSurvivesASaveOfSomebodyWhoDoesNotSeeItAndCannotBeSetByHim() {
        save(sales, Map.of("club", "Aviron"));
        assertThat(accounting.people.get(person).custom()).containsEntry("fee", 1234L);

        assertThat(refused(sales, Map.of("club", "Aviron", "fee", 1)))
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("custom.fee", "unknown-field"));
        save(accounting, Map.of("club", "Aviron", "fee", 5));
        assertThat(accounting.people.get(person).custom()).containsEntry("twice", 10L);
    }

    @Test
    void whatOneSeesButMayNotChangeIsRefused() {
        assertThat(refused(sales, Map.of("club", "Escrime")))
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("custom.club", "field-locked"));
        save(accounting, Map.of("club", "Escrime", "fee", 1234));
        assertThat(sales.people.get(person).custom()).containsEntry("club", "Escrime");
    }

    @Test
    void itCannotBeFilteredNorSortedBy() {
        var filter = FieldFilter.parse(Map.of("custom.fee.min", List.of("1")));
        assertThat(new FieldSearch(accounting.fields).conditions("CONTACT", filter, "c"))
                .hasSize(1);
        assertThatThrownBy(() -> new FieldSearch(sales.fields).conditions("CONTACT", filter, "c"))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> new FieldSearch(sales.fields).key("CONTACT", "fee", "c"))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void theSearchBoxAndTheChangeLogKeepItToThemselves() {
        save(accounting, Map.of("club", "Escrime", "fee", 4321));

        var words = database.db().call(handle -> handle.createQuery("select custom_text from contact where id = :id")
                .bind("id", person)
                .mapTo(String.class)
                .one());
        assertThat(words).isEmpty();
        assertThat(fields(sales)).contains("custom.club").doesNotContain("custom.fee", "custom.twice");
        assertThat(fields(accounting)).contains("custom.club", "custom.fee", "custom.twice");
    }

    private List<String> fields(ContactFixture who) {
        var shown = new LineRights(List.of(TestCustomFields.rights(database, who.callers))).shown();
        return database.db().call(handle -> handle.createQuery(
                        "select field from history_entry where field is not null and " + shown)
                .mapTo(String.class)
                .list());
    }

    private ContactRow row(ContactFixture who) {
        return who.list
                .page(ContactFilter.NONE, ContactSort.Order.BY_NAME, null, 1)
                .items()
                .get(0);
    }

    private void save(ContactFixture who, Map<String, Object> custom) {
        var before = who.people.get(person);
        who.people.update(person, before.version(), before.toCommand().withCustom(custom));
    }

    private List<Violation> refused(ContactFixture who, Map<String, Object> custom) {
        return catchThrowableOfType(BusinessException.class, () -> save(who, custom))
                .violations();
    }
}
