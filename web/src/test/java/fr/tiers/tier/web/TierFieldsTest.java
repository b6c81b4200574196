package fr.tiers.tier.web;

import fr.tiers.tier.TierData;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TierFieldsTest {

    @Test
    void reachesTheFieldsOfTheAddressToo() {
        assertThat(TierFields.names())
                .contains("name", "types", "blocked", "address.city")
                .doesNotContain("address", "class");
    }

    @Test
    void readsTheSameNumberAsTheSameText() {
        var data = new TierData();
        data.setTurnover(new BigDecimal("1200.00"));
        var other = new TierData();
        other.setTurnover(new BigDecimal("1200"));

        assertThat(TierFields.text(data, "turnover")).isEqualTo(TierFields.text(other, "turnover"));
        assertThat(TierFields.text(data, "phone")).isEmpty();
    }

    @Test
    void takesOneFieldOfTheOtherVersion() {
        var mine = new TierData();
        mine.setPhone("04 72 11 11 11");
        var theirs = new TierData();
        theirs.getAddress().setCity("Lyon");
        theirs.setTypes(List.of("CUSTOMER"));

        TierFields.copy("address.city", theirs, mine);
        TierFields.copy("types", theirs, mine);

        assertThat(mine.getAddress().getCity()).isEqualTo("Lyon");
        assertThat(mine.getTypes()).containsExactly("CUSTOMER");
        assertThat(mine.getPhone()).isEqualTo("04 72 11 11 11");
    }
}
