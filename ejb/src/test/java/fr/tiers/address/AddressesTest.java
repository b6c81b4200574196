package fr.tiers.address;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.address.AddressGrants.Viewer;
import fr.tiers.address.site.Habilitations;
import fr.tiers.address.site.OpeningException;
import fr.tiers.address.site.OpeningSlot;
import fr.tiers.address.site.RequiredHabilitation;
import fr.tiers.address.site.SiteData;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class AddressesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new AddressFieldOwner());
    private final List<Long> touched = new ArrayList<>();
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
    void anAddressIsKeptAsEnteredAndNamedAfterItsStreetWithoutALabel() {
        var address = addresses().add(10, depot(null));

        assertThat(addresses().ofTier(10)).containsExactly(address);
        assertThat(address.label()).isEqualTo("3 quai de la Loire");
        assertThat(address.country()).isEqualTo("FR");
        assertThat(address.usages()).containsExactly("DELIVERY");
    }

    @Test
    void aTierOfAnotherUnitDoesNotExist() {
        assertThatThrownBy(() -> addresses().ofTier(20)).satisfies(AddressesTest::isNotFound);
        assertThatThrownBy(() -> addresses().add(20, depot("Dépôt"))).satisfies(AddressesTest::isNotFound);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        var wrong = TestAddresses.wrong();

        assertThatThrownBy(() -> addresses().add(10, wrong))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "label required",
                                "country unknown-value",
                                "siret siret-invalid",
                                "latitude out-of-range",
                                "latitude both-coordinates",
                                "usages unknown-value"));
    }

    @Test
    void mergeLosesNothingAndDoublesNothing() {
        addresses().add(10, depot("Dépôt"));
        addresses().add(11, depot("DEPOT"));
        addresses().add(11, depot("Autre entrée"));

        new AddressAttachment(database.db(), new PersonalFields(database.db(), fields)).reattach(11, 10);

        assertThat(addresses().ofTier(10)).extracting(AddressView::label).containsExactly("Autre entrée", "Dépôt");
        assertThat(addresses().ofTier(11)).isEmpty();
    }

    @Test
    void aDefaultIsTakenOverSoThatThereIsOneAtAnyDate() {
        var first = addresses().add(10, TestAddresses.of("A", "DELIVERY", null, null));
        var second = addresses().add(10, TestAddresses.of("B", "DELIVERY", null, null));

        assertThat(addresses().get(first.id()).defaultFor()).isEmpty();
        assertThat(addresses().get(second.id()).defaultFor()).containsExactly("DELIVERY");
        assertThat(changesOf(first.id())).contains("defaultFor DELIVERY > null");
    }

    @Test
    void twoDefaultsMayFollowEachOther() {
        var day = LocalDate.of(2027, 1, 1);
        var first = addresses().add(10, TestAddresses.of("A", "BILLING", null, day.minusDays(1)));
        addresses().add(10, TestAddresses.of("B", "BILLING", day, null));

        assertThat(addresses().get(first.id()).defaultFor()).containsExactly("BILLING");
    }

    @Test
    void theDatabaseHoldsTheOneDefaultWhateverPathWrites() {
        addresses().add(10, TestAddresses.of("A", "BILLING", null, null));

        assertThatThrownBy(
                        () -> database.jdbi()
                                .useHandle(
                                        handle -> handle.execute(
                                                "insert into address (tier_id, label, usages, default_for) values (10, 'B', '{BILLING}', '{BILLING}')")))
                .hasMessageContaining("address_one_default_billing");
    }

    @Test
    void aChangeIsKeptFieldByFieldAndTouchesTheTier() {
        var before = addresses().add(10, depot("Dépôt"));
        touched.clear();
        var after = addresses().update(before.id(), before.version(), depot("Entrepôt"));

        assertThat(after.label()).isEqualTo("Entrepôt");
        assertThat(changesOf(before.id())).contains("label Dépôt > Entrepôt");
        assertThat(touched).containsExactly(10L);
        assertThatThrownBy(() -> addresses().update(before.id(), before.version(), depot("Zu spät")))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.STALE, BusinessException::kind);
    }

    @Test
    void aMoveEndsTheOldAddressTheDayBeforeTheNewOneBegins() {
        var old = addresses().add(10, TestAddresses.of("Ancien", "HEAD_OFFICE", null, null));
        var day = LocalDate.of(2026, 12, 1);
        var next = database.inTransaction(() -> addresses()
                .move(
                        old.id(),
                        old.version(),
                        new MoveCommand(day, TestAddresses.of("Neuf", "HEAD_OFFICE", null, null))));

        var ended = addresses().get(old.id());
        assertThat(ended.to()).isEqualTo(day.minusDays(1));
        assertThat(ended.defaultFor()).containsExactly("HEAD_OFFICE");
        assertThat(next.from()).isEqualTo(day);
        assertThat(next.defaultFor()).containsExactly("HEAD_OFFICE");
        assertThat(ended.isFormer(LocalDate.of(2026, 11, 20))).isFalse();
        assertThat(ended.isFormer(day)).isTrue();
    }

    @Test
    void theSiretIsOneOfTheTiersCompany() {
        database.jdbi().useHandle(handle -> handle.execute("update tier set siren = '732829320' where id = 10"));
        var foreign = TestAddresses.withSiret("80365704800010");

        assertThatThrownBy(() -> addresses().add(10, foreign))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal ->
                        assertThat(refusal.violations().get(0).code()).isEqualTo("siret-of-other-siren"));
        assertThat(addresses().add(11, foreign).siret()).isEqualTo("80365704800010");
        assertThat(addresses()
                        .add(10, TestAddresses.withSiret("732 829 320 00074"))
                        .siret())
                .isEqualTo("73282932000074");
    }

    @Test
    void mergeKeepsTheDefaultsOfTheSurvivor() {
        var kept = addresses().add(10, TestAddresses.of("A", "BILLING", null, null));
        var moved = addresses().add(11, TestAddresses.of("B", "BILLING", null, null));

        new AddressAttachment(database.db(), new PersonalFields(database.db(), fields)).reattach(11, 10);

        assertThat(addresses().get(kept.id()).defaultFor()).containsExactly("BILLING");
        assertThat(addresses().get(moved.id()).defaultFor()).isEmpty();
    }

    @Test
    void aMistakeIsDeletedAndAnAddressThatIsLeftIsClosed() {
        var one = addresses().add(10, depot("A"));
        var other = addresses().add(10, depot("B"));
        addresses().delete(one.id(), one.version());
        var closed = addresses().close(other.id(), other.version(), null);

        assertThat(closed.to()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(addresses().ofTier(10)).containsExactly(closed);
    }

    @Test
    void aDeletionTakenBackKeepsWhoSeesTheSiteFromOutside() {
        user(6, "client", "EXTRANET");
        var mistake = addresses().add(10, depot("A"));
        var other = addresses().add(10, depot("B"));
        grants().grant(mistake.id(), "client");

        var deleted = addresses().delete(mistake.id(), mistake.version());
        assertThat(grants().of(other.id())).isEmpty();
        var restored = addresses().restore(deleted);

        assertThat(restored.toCommand()).isEqualTo(mistake.toCommand());
        assertThat(grants().of(restored.id())).extracting(Viewer::login).containsExactly("client");
        assertThat(changesOf(restored.id())).containsExactly("extranet null > client");
    }

    @Test
    void aSiteKeepsItsHoursExceptionsAndHabilitations() {
        user(5, "tech", "TECHNICIAN");
        var site = TestAddresses.with(Map.of(
                "label",
                "Usine",
                "usages",
                List.of("SITE"),
                "openingHours",
                List.of(new OpeningSlot("MONDAY", "08:00", "12:00"), new OpeningSlot("FRIDAY", "22:00", "24:00")),
                "site",
                new SiteData(
                        "Grande usine",
                        "tech",
                        null,
                        false,
                        List.of(
                                new OpeningException(LocalDate.of(2026, 12, 24), "08:00", "12:00", "Veille | fête"),
                                new OpeningException(LocalDate.of(2026, 12, 26), null, null, null)),
                        List.of(new RequiredHabilitation("HEIGHT", 2, true)))));
        var added = addresses().add(10, site);

        assertThat(added.toCommand()).isEqualTo(site);
        var changed = addresses().update(added.id(), added.version(), TestAddresses.depot("Usine"));
        assertThat(changed.openingHours()).isEmpty();
        assertThat(changesOf(added.id())).contains("site.technician tech > null");
    }

    @Test
    void onlyATechnicianIsPreferred() {
        user(5, "someone", "SALES");
        assertThatThrownBy(() -> addresses()
                        .add(
                                10,
                                TestAddresses.with(Map.of(
                                        "label",
                                        "Usine",
                                        "site",
                                        new SiteData(null, "someone", null, null, null, null)))))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal ->
                        assertThat(refusal.violations().get(0).field()).isEqualTo("site.technician"));
    }

    @Test
    void anExtranetUserSeesTheGrantedSitesOrTheWholeTier() {
        user(6, "guest", "EXTRANET");
        var granted = addresses().add(10, depot("A"));
        var other = addresses().add(10, depot("B"));
        var guest = addressesAs(new Caller(6, "guest", "Guest", "fr", Set.of(Role.EXTRANET), List.of()));

        assertThatThrownBy(() -> guest.ofTier(10)).satisfies(AddressesTest::isNotFound);
        grants().grant(granted.id(), "guest");
        assertThat(guest.ofTier(10)).extracting(AddressView::id).containsExactly(granted.id());
        assertThat(guest.get(granted.id()).label()).isEqualTo("A");
        assertThatThrownBy(() -> guest.get(other.id())).satisfies(AddressesTest::isNotFound);

        database.jdbi().useHandle(handle -> handle.execute("insert into extranet_grant values (6, 10)"));
        assertThat(guest.ofTier(10)).hasSize(2);
        database.jdbi().useHandle(handle -> handle.execute("delete from extranet_grant"));
        grants().revoke(granted.id(), "guest");
        assertThatThrownBy(() -> guest.ofTier(10)).satisfies(AddressesTest::isNotFound);
        assertThat(changesOf(granted.id())).contains("extranet null > guest", "extranet guest > null");
    }

    @Test
    void sitesAreListedByNamePageByPageWithinWhatTheCallerSees() {
        for (var name : List.of("C", "a", "B")) {
            addresses().add(10, TestAddresses.with(Map.of("label", name, "city", "Évreux", "usages", List.of("SITE"))));
        }
        addresses().add(10, depot("D"));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into address (tier_id, label, usages) values (20, 'Foreign', '{SITE}')"));
        var sites = new Sites(database.db(), TestCallers.of(TestCallers.sales(1L)), clock, new FieldSearch(fields));

        var first = sites.search(new SiteFilter(null, null), SiteOrder.BY_NAME, null, 2);
        assertThat(first.items()).extracting(row -> row.address().label()).containsExactly("a", "B");
        assertThat(first.total()).isEqualTo(3);
        assertThat(sites.search(new SiteFilter(null, null), SiteOrder.BY_NAME, first.next(), 2)
                        .items())
                .extracting(row -> row.address().label())
                .containsExactly("C");
        assertThat(sites.search(new SiteFilter("evreux b", null), SiteOrder.BY_NAME, null, 9)
                        .items())
                .hasSize(1);
        assertThat(sites.search(new SiteFilter("%", "x"), SiteOrder.BY_NAME, null, 9)
                        .items())
                .isEmpty();
    }

    @Test
    void aTechnicianWithoutAValidHabilitationIsNamedWithWhatIsMissing() {
        user(5, "tech", "TECHNICIAN");
        var site = addresses()
                .add(
                        10,
                        TestAddresses.with(Map.of(
                                "label",
                                "Usine",
                                "site",
                                new SiteData(
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(
                                                new RequiredHabilitation("HEIGHT", 2, true),
                                                new RequiredHabilitation("FIRST_AID", null, false))))));
        var habilitations = new Habilitations(database.db(), clock);
        var day = LocalDate.of(2026, 12, 1);

        assertThat(habilitations.missing(site.id(), "tech", day)).containsExactly("HEIGHT");
        habilitations.give("tech", "HEIGHT", 1, null, null);
        assertThat(habilitations.missing(site.id(), "tech", day)).containsExactly("HEIGHT");
        habilitations.give("tech", "HEIGHT", 2, null, day.minusDays(1));
        assertThat(habilitations.missing(site.id(), "tech", day)).containsExactly("HEIGHT");
        habilitations.give("tech", "HEIGHT", 3, day, null);
        assertThat(habilitations.missing(site.id(), "tech", day)).isEmpty();
        assertThat(habilitations.held()).hasSize(3);
    }

    private void user(long id, String login, String role) {
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into app_user (id, login, display_name) values (?, ?, ?)", id, login, login);
            handle.execute("insert into app_user_role (user_id, role) values (?, ?)", id, role);
        });
    }

    private AddressGrants grants() {
        return new AddressGrants(
                database.db(),
                addresses(),
                new TierAccess(database.db(), TestCallers.of(TestCallers.sales(1L))),
                new History(database.db(), clock),
                new Authors(TestCallers.of(TestCallers.sales(1L)), new Source()),
                new TestEvent<>());
    }

    private List<String> changesOf(long id) {
        return new History(database.db(), clock)
                .ofTier(10, Long.MAX_VALUE, 50).stream()
                        .filter(line -> line.entityId() == id && line.field() != null)
                        .map(line -> line.field() + ' ' + line.oldValue() + " > " + line.newValue())
                        .toList();
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.NOT_FOUND, BusinessException::kind);
    }

    private static AddressCommand depot(String label) {
        return TestAddresses.depot(label);
    }

    private Addresses addresses() {
        return addressesAs(TestCallers.sales(1L));
    }

    private Addresses addressesAs(Caller caller) {
        return TestAddresses.service(
                database, caller, clock, fields, new TestEvent<TierTouched>(event -> touched.add(event.tierId())));
    }
}
