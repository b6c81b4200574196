package fr.tiers.tier;

import fr.tiers.history.Source;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredFieldsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Source source = new Source();
    private final RequiredFields required = new RequiredFields(database.db(), source);

    @BeforeEach
    void administrate() {
        database.jdbi().useHandle(handle -> {
            handle.execute("update tier_type set required_fields = '{siret,address.city}' where code = 'CUSTOMER'");
            handle.execute("update tier_type set required_fields = '{phone}' where code = 'SUPPLIER'");
        });
    }

    @Test
    void everythingThatATypeWantsIsRequiredInTheOrderOfTheForm() {
        assertThat(missing(tier("COMPANY", "SUPPLIER", "CUSTOMER"))).containsExactly("siret", "phone", "address.city");
        assertThat(missing(tier("COMPANY", "PROSPECT"))).isEmpty();
    }

    @Test
    void aPersonIsNotAskedForWhatOnlyCompaniesHave() {
        assertThat(missing(tier("INDIVIDUAL", "CUSTOMER"))).containsExactly("address.city");
    }

    @Test
    void whatIsThereIsEnough() {
        var tier = tier("COMPANY", "CUSTOMER");
        tier.setSiret("73282932000074");
        tier.getAddress().setCity("Nantes");
        assertThat(missing(tier)).isEmpty();
    }

    @Test
    void aTierThatFollowsItsPersonIsNotAsked() {
        source.set("CONTACT");
        assertThat(missing(tier("INDIVIDUAL", "CUSTOMER"))).isEmpty();
    }

    @Test
    void whatCanBeRequiredAreFieldsOfATier() {
        assertThat(TierFields.names()).containsAll(RequiredFields.CHOICE);
    }

    private List<String> missing(TierData tier) {
        var checks = new Checks();
        required.check(tier, checks);
        assertThat(checks.violations()).allMatch(violation -> "required".equals(violation.code()));
        return checks.violations().stream().map(violation -> violation.field()).toList();
    }

    private static TierData tier(String kind, String... types) {
        var tier = new TierData();
        tier.setKind(kind);
        tier.setTypes(List.of(types));
        return tier;
    }
}
