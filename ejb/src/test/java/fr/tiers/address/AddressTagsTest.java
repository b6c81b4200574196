package fr.tiers.address;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tag.Tagged;
import fr.tiers.tag.TestTags;
import fr.tiers.tag.WornTags;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.address.AddressTagUse.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressTagsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-20T09:00:00Z");
    private final CustomFields fields = TestCustomFields.of(database, new AddressFieldOwner());
    private final TestEvent<TierTouched> touched = new TestEvent<>();
    private final Caller sales = TestCallers.sales(1L);
    private final Addresses addresses = TestAddresses.service(database, sales, clock, fields, touched);
    private final WornTags worn = wornFor(sales);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
    }

    private WornTags wornFor(Caller caller) {
        Callers callers = TestCallers.of(caller);
        var use = new AddressTagUse(
                database.db(),
                new TierAccess(database.db(), callers),
                callers,
                new History(database.db(), clock),
                new Authors(callers, new Source()),
                touched);
        return TestTags.worn(database, TestTags.of(database, clock, callers, use), use);
    }

    private AddressView depot(String... labels) {
        var address = addresses.add(10, TestAddresses.depot("Dépôt"));
        for (var label : labels) {
            worn.add(OBJECT, address.id(), label);
        }
        return addresses.get(address.id());
    }

    @Test
    void aTagIsAFieldOfTheAddressANewVersionAndALineOfTheHistory() {
        var depot = depot("Quai", "Accès");

        assertThat(depot.tags()).containsExactly("Accès", "Quai");
        assertThat(depot.version()).isEqualTo(2);
        assertThat(lastValue()).isEqualTo("Accès · Quai");
        assertThat(new AddressPast(new AddressTable(database.db()), clock)
                        .rows(10, depot.id())
                        .get(depot.id()))
                .containsEntry("tags", "Accès · Quai");
        assertThat(touched.fired()).contains(new TierTouched(10));
    }

    @Test
    void aSaveOfTheAddressLeavesItsTags() {
        var depot = depot("Quai");

        assertThat(addresses
                        .update(depot.id(), depot.version(), depot.toCommand())
                        .tags())
                .containsExactly("Quai");
    }

    @Test
    void nobodySeesThemFromOutside() {
        var foreign = TestAddresses.service(database, Caller.SYSTEM, clock, fields, touched)
                .add(20, TestAddresses.depot("Ailleurs"));
        var guest = wornFor(new Caller(9, "guest", "Guest", "fr", Set.of(Role.EXTRANET), List.of()));
        var depot = depot("Quai");

        assertThatThrownBy(() -> worn.add(OBJECT, foreign.id(), "Quai")).satisfies(AddressTagsTest::isNotFound);
        assertThatThrownBy(() -> guest.of(OBJECT, depot.id())).satisfies(AddressTagsTest::isNotFound);
    }

    @Test
    void theyGoAlongWithAMoveAndComeBackWithARestoration() {
        var depot = depot("Quai");

        var next = addresses.move(
                depot.id(),
                depot.version(),
                new MoveCommand(LocalDate.of(2027, 1, 4), TestAddresses.depot("Nouveau dépôt")));
        var deleted = addresses.delete(next.id(), next.version());
        var restored = addresses.restore(deleted);

        assertThat(next.tags()).containsExactly("Quai");
        assertThat(restored.tags()).containsExactly("Quai");
        assertThat(lastValue()).isEqualTo("Quai");
    }

    @Test
    void sitesAreFilteredByThem() {
        var site = addresses.add(10, TestAddresses.with(Map.of("label", "Site", "usages", List.of("SITE"))));
        addresses.add(10, TestAddresses.with(Map.of("label", "Autre", "usages", List.of("SITE"))));
        worn.add(OBJECT, site.id(), "Quai");

        assertThat(sites(new Tagged(List.of("quai"), List.of(), List.of()))).containsExactly("Site");
        assertThat(sites(new Tagged(List.of(), List.of("quai"), List.of()))).containsExactly("Site");
        assertThat(sites(new Tagged(List.of(), List.of(), List.of("quai")))).containsExactly("Autre");
    }

    @Test
    void mergeLosesNoneErasureLeavesNoneAndTheExportTellsThem() {
        depot("Quai");
        addresses.add(11, TestAddresses.depot("Dépôt"));
        var attachment = new AddressAttachment(database.db(), new PersonalFields(database.db(), fields));

        attachment.reattach(10, 11);
        var exported = new TreeMap<String, List<Map<String, Object>>>();
        attachment.export(11, exported::put);
        attachment.anonymise(11);

        assertThat(exported.get("address")).extracting(row -> row.get("tags")).containsExactly("Quai", "");
        assertThat(addresses.ofTier(11)).hasSize(2).allSatisfy(address -> assertThat(address.tags())
                .isEmpty());
    }

    private List<String> sites(Tagged tags) {
        var callers = TestCallers.of(sales);
        return new Sites(database.db(), callers, clock, new FieldSearch(fields))
                .search(new SiteFilter(null, null, tags, List.of()), SiteOrder.BY_NAME, null, 9).items().stream()
                        .map(row -> row.address().label())
                        .toList();
    }

    private String lastValue() {
        return new History(database.db(), clock)
                .ofTier(10, Long.MAX_VALUE, 1).stream()
                        .map(HistoryRow::newValue)
                        .findFirst()
                        .orElseThrow();
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(BusinessException.Kind.NOT_FOUND));
    }
}
