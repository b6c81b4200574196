package fr.tiers.contact;

import fr.tiers.access.TestCallers;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tag.Tagged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Custom fields of people: kept with the person, checked, listed, remembered, forgotten. */
class ContactCustomFieldsTest {

    private static final LinkCommand JOB = LinkCommand.of("Gérante", null, null, null, false);

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture sales = new ContactFixture(database, new TestClock(), TestCallers.sales(1L));

    @BeforeEach
    void tiers() {
        ContactFixture.tiers(database);
        sales.define(
                "\"code\":\"wedding\",\"type\":\"DATE\",\"labelFr\":\"Anniversaire de mariage\",\"listed\":true,"
                        + "\"filterable\":true,\"personal\":true,\"visible\":{\"field\":\"doNotCall\",\"op\":\"EQ\",\"value\":false}");
        sales.define("\"code\":\"club\",\"type\":\"STRING\",\"labelFr\":\"Club\",\"required\":true,\"searchable\":true,"
                + "\"filterable\":true,\"listed\":true");
    }

    @Test
    void theValuesGoWithThePersonAndEachTiersHistoryTellsThem() {
        var link = add("Kermarec", Map.of("wedding", "2010-06-12", "club", "Aviron"));
        sales.contacts.link(link.contactId(), OTHER, JOB);
        var before = sales.people.get(link.contactId());

        var after = update(before, Map.of("club", "Escrime"));

        assertThat(before.custom()).containsOnly(entry("wedding", "2010-06-12"), entry("club", "Aviron"));
        assertThat(after.custom()).containsOnly(entry("club", "Escrime"));
        for (long tier : List.of(OURS, OTHER)) {
            assertThat(sales.history.ofTier(tier, Long.MAX_VALUE, 10))
                    .extracting("field", "oldValue", "newValue")
                    .contains(tuple("custom.club", "Aviron", "Escrime"), tuple("custom.wedding", "2010-06-12", null));
        }
        assertThat(new ContactPast(database.db(), sales.rows).rows(OURS, null).get(link.id()))
                .containsEntry("custom.club", "Escrime")
                .doesNotContainKey("custom");
    }

    @Test
    void whatIsWrongIsNamedBesideTheRest() {
        assertThatThrownBy(() -> add("", Map.of("wedding", "tomorrow", "nobody", 1)))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting("field")
                        .contains("lastName", "custom.wedding", "custom.nobody", "custom.club"));
    }

    @Test
    void whatItsConditionHidesIsPassedOver() {
        var link = add("Kermarec", Map.of("wedding", "2010-06-12", "club", "Aviron"));
        var person = sales.people.get(link.contactId());
        var silent = new PersonCommand(
                null,
                "Kermarec",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                Map.of("club", "Golf"));

        var after = sales.people.update(person.id(), person.version(), silent);

        assertThat(after.custom()).containsOnly(entry("wedding", "2010-06-12"), entry("club", "Golf"));
    }

    @Test
    void theListFiltersSortsAndFinds() {
        add("Kermarec", Map.of("wedding", "2010-06-12", "club", "Aviron"));
        add("Lefranc", Map.of("wedding", "1999-05-01", "club", "Échecs"));
        add("Marchetti", Map.of("club", "Golf"));

        assertThat(found("custom.wedding.min", "2000-01-01")).containsExactly("Kermarec");
        assertThat(found("custom.wedding.empty", "true")).containsExactly("Marchetti");
        assertThat(found("custom.club.contains", "ech")).containsExactly("Lefranc");
        assertThat(names(new ContactFilter("echecs", null, null, null, null, null, null, null), "name"))
                .containsExactly("Lefranc");
        assertThat(names(ContactFilter.NONE, "-custom.wedding")).containsExactly("Kermarec", "Lefranc", "Marchetti");
        assertThatThrownBy(() -> names(ContactFilter.NONE, "custom.nobody")).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> found("custom.nobody", "1")).isInstanceOf(BusinessException.class);
    }

    @Test
    void aPageOfTheListGoesOnWhereTheLastOneEnded() {
        add("Kermarec", Map.of("wedding", "2010-06-12", "club", "A"));
        add("Lefranc", Map.of("wedding", "1999-05-01", "club", "B"));
        add("Marchetti", Map.of("club", "C"));
        var order = ContactSort.Order.parse("custom.wedding");

        var first = sales.list.page(ContactFilter.NONE, order, null, 2);
        var second = sales.list.page(ContactFilter.NONE, order, first.next(), 2);

        assertThat(first.items()).extracting(ContactRow::lastName).containsExactly("Marchetti", "Lefranc");
        assertThat(second.items()).extracting(ContactRow::lastName).containsExactly("Kermarec");
    }

    @Test
    void personalDataIsHandedOutAndForgotten() {
        var link = add("Kermarec", Map.of("wedding", "2010-06-12", "club", "Aviron"));
        update(sales.people.get(link.contactId()), Map.of("wedding", "2011-06-12", "club", "Aviron"));
        var exported = new TreeMap<String, List<Map<String, Object>>>();

        sales.attachment().export(OURS, exported::put);
        sales.attachment().anonymise(OURS);

        assertThat(exported.get("contact")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("Anniversaire de mariage", "2011-06-12")
                .doesNotContainKeys("Club", "custom"));
        assertThat(sales.people.get(link.contactId()).custom()).containsOnly(entry("club", "Aviron"));
    }

    private ContactLinkView add(String lastName, Map<String, Object> custom) {
        return sales.contacts.add(
                OURS, PersonCommand.named(null, lastName, null).withCustom(custom), JOB);
    }

    private PersonView update(PersonView person, Map<String, Object> custom) {
        return sales.people.update(
                person.id(), person.version(), person.toCommand().withCustom(custom));
    }

    private List<String> found(String name, String value) {
        var custom = FieldFilter.parse(Map.of(name, List.of(value)));
        return names(
                new ContactFilter(null, null, null, null, null, null, null, null, null, Tagged.WHATEVER, custom),
                "name");
    }

    private List<String> names(ContactFilter filter, String sort) {
        return sales.list.rows(filter, ContactSort.Order.parse(sort), 0, 20).stream()
                .map(ContactRow::lastName)
                .toList();
    }
}
