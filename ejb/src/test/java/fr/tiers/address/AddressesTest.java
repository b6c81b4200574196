package fr.tiers.address;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class AddressesTest {

    private final TestDatabase database = TestDatabase.fresh();
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
        var wrong = new AddressCommand(
                null, null, null, null, "4400", null, "ZZ", "12345678901234", List.of("PARTY"), 91.0, null, null, null);

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

        new AddressAttachment(database.db()).reattach(11, 10);

        assertThat(addresses().ofTier(10)).extracting(AddressView::label).containsExactly("Autre entrée", "Dépôt");
        assertThat(addresses().ofTier(11)).isEmpty();
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.NOT_FOUND, BusinessException::kind);
    }

    private static AddressCommand depot(String label) {
        return new AddressCommand(
                label,
                "3 quai de la Loire",
                null,
                null,
                "44000",
                "Nantes",
                null,
                null,
                List.of("DELIVERY"),
                47.2,
                -1.55,
                null,
                null);
    }

    private Addresses addresses() {
        Callers callers = TestCallers.of(TestCallers.sales(1L));
        var addresses = new Addresses();
        addresses.db = database.db();
        addresses.access = new TierAccess(database.db(), callers);
        addresses.history = new History(database.db(), clock);
        addresses.authors = new Authors(callers, new Source());
        return addresses;
    }
}
