package fr.tiers.address;

import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tag.Tagged;
import fr.tiers.tier.TestTiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Custom fields of addresses and sites: checked, listed, merged, remembered, forgotten. */
class AddressCustomFieldsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = new TestClock();
    private final CustomFields fields = TestCustomFields.of(database, new AddressFieldOwner());
    private final Addresses addresses =
            TestAddresses.service(database, TestCallers.sales(1L), clock, fields, new TestEvent<>());
    private final AddressAttachment attachment =
            new AddressAttachment(database.db(), new PersonalFields(database.db(), fields));

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        define("\"code\":\"docks\",\"type\":\"INTEGER\",\"labelFr\":\"Quais\",\"listed\":true,\"filterable\":true,"
                + "\"required\":true,\"visible\":{\"field\":\"usages\",\"op\":\"EQ\",\"value\":\"SITE\"}");
        define("\"code\":\"guard\",\"type\":\"STRING\",\"labelFr\":\"Gardien\",\"searchable\":true,\"personal\":true");
    }

    @Test
    void aConditionLooksAtWhatTheAddressIsFor() {
        var billing = add(10, "Siège", "BILLING", Map.of());

        assertThatThrownBy(() -> add(10, "Entrepôt", "SITE", Map.of("guard", "M. Petit")))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting("field", "code")
                        .containsExactly(tuple("custom.docks", "required")));
        assertThat(billing.custom()).isEmpty();
    }

    @Test
    void theListOfSitesFiltersSortsAndFinds() {
        add(10, "A", "SITE", Map.of("docks", 2, "guard", "M. Petit"));
        add(10, "B", "SITE", Map.of("docks", 12));
        add(10, "C", "SITE", Map.of("docks", 5));

        assertThat(sites(null, "name", "custom.docks.min", "3")).containsExactly("B", "C");
        assertThat(sites("petit", "name", "custom.docks.empty", "false")).containsExactly("A");
        assertThat(sites(null, "-custom.docks", "custom.docks.empty", "false")).containsExactly("B", "C", "A");
        assertThatThrownBy(() -> sites(null, "custom.guard", "custom.docks.empty", "false"))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void aMergeDropsADoubleOnlyWhenItSaysNoMore() {
        add(10, "Dépôt", "DELIVERY", Map.of("guard", "M. Petit"));
        add(11, "Dépôt", "DELIVERY", Map.of());
        add(11, "Dépôt", "DELIVERY", Map.of("guard", "Mme Grand"));

        attachment.reattach(11, 10);

        assertThat(addresses.ofTier(10).stream().map(row -> row.custom().get("guard")))
                .containsExactlyInAnyOrder("M. Petit", "Mme Grand");
    }

    @Test
    void personalDataIsHandedOutAndForgotten() {
        var site = add(10, "A", "SITE", Map.of("docks", 2, "guard", "M. Petit"));
        addresses.update(
                site.id(), site.version(), site.toCommand().withCustom(Map.of("docks", 3, "guard", "Mme Grand")));
        assertThat(history()).contains("custom.docks23", "custom.guardM. PetitMme Grand");
        var exported = new TreeMap<String, List<Map<String, Object>>>();

        attachment.export(10, exported::put);
        attachment.anonymise(10);

        assertThat(exported.get("address")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("Gardien", "Mme Grand")
                .doesNotContainKeys("Quais", "custom"));
        assertThat(addresses.get(site.id()).custom()).containsOnly(entry("docks", 3L));
    }

    @Test
    void theAddressOneMovesToKeepsWhatWasSent() {
        var site = add(10, "A", "SITE", Map.of("docks", 2));
        var next = addresses.move(
                site.id(),
                site.version(),
                new MoveCommand(
                        LocalDate.now(clock).plusDays(3), site.toCommand().withCustom(Map.of("docks", 4))));

        assertThat(next.custom()).containsOnly(entry("docks", 4L));
        assertThat(addresses.get(site.id()).custom()).containsOnly(entry("docks", 2L));
    }

    private AddressView add(long tier, String label, String usage, Map<String, Object> custom) {
        return addresses.add(
                tier, TestAddresses.with(Map.of("label", label, "usages", List.of(usage), "custom", custom)));
    }

    private List<String> sites(String q, String sort, String name, String value) {
        var sites = new Sites(database.db(), TestCallers.of(TestCallers.sales(1L)), clock, new FieldSearch(fields));
        var filter = new SiteFilter(q, null, Tagged.WHATEVER, FieldFilter.parse(Map.of(name, List.of(value))));
        var first = sites.search(filter, SiteOrder.parse(sort), null, 1);
        var rest = first.next() == null
                ? List.<SiteRow>of()
                : sites.search(filter, SiteOrder.parse(sort), first.next(), 9).items();
        return Stream.concat(first.items().stream(), rest.stream())
                .map(row -> row.address().label())
                .toList();
    }

    private String history() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select string_agg(concat(field, old_value, new_value), ' ') from history_entry")
                .mapTo(String.class)
                .one());
    }

    private void define(String json) {
        TestCustomFields.service(database, clock, TestCallers.of(TestCallers.sales(1L)), fields)
                .create(TestCustomFields.definition("{\"object\":\"ADDRESS\"," + json + '}'));
    }
}
