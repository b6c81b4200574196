package fr.tiers.tier;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TierFieldsTest {

    @Test
    void whateverCanBeWrittenCanBeRead() {
        Set<String> readable = Arrays.stream(TierView.class.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        Set<String> address = Arrays.stream(MainAddress.View.class.getRecordComponents())
                .map(component -> "address." + component.getName())
                .collect(Collectors.toSet());
        readable.addAll(address);

        assertThat(readable).containsAll(TierFields.names());
    }

    @Test
    void oneFieldOfAnotherVersionCanBeTaken() {
        var theirs = new TierData();
        theirs.setTurnover(new BigDecimal("1200.00"));
        theirs.getAddress().setCity("Nantes");
        var mine = new TierData();

        TierFields.copy("turnover", theirs, mine);
        TierFields.copy("address.city", theirs, mine);

        assertThat(mine.getTurnover()).isEqualByComparingTo("1200");
        assertThat(mine.getAddress().getCity()).isEqualTo("Nantes");
    }

    @Test
    void aCopyHasEveryFieldAndLeavesTheOriginalAsItWas() {
        var typed = new TierData();
        typed.setWebsite("exemple.fr");
        typed.setKind("HOUSEHOLD");
        typed.getAddress().setCity(" Nantes ");

        typed.getCustom().put("beds", 12L);

        var copy = TierFields.copyOf(typed);
        TierRules.normalise(copy);
        copy.getCustom().put("beds", 13L);

        assertThat(copy.getWebsite()).isEqualTo("https://exemple.fr");
        assertThat(copy.getKind()).isEqualTo("HOUSEHOLD");
        assertThat(copy.getAddress().getCity()).isEqualTo("Nantes");
        assertThat(copy.getCustom()).containsEntry("beds", 13L);
        assertThat(typed.getCustom()).containsEntry("beds", 12L);
        assertThat(typed.getWebsite()).isEqualTo("exemple.fr");
        assertThat(typed.getAddress().getCity()).isEqualTo(" Nantes ");
    }

    @Test
    void anAmountReadsTheSameWithAndWithoutItsCents() {
        var plain = new TierData();
        plain.setTurnover(new BigDecimal("1200"));
        var cents = new TierData();
        cents.setTurnover(new BigDecimal("1200.00"));

        assertThat(TierFields.text(plain, "turnover")).isEqualTo(TierFields.text(cents, "turnover"));
    }

    @Test
    void aListReadsAsItsParts() {
        var data = new TierData();
        data.setOtherEmails(List.of(new OtherEmail("BILLING", "compta@exemple.fr"), new OtherEmail("OTHER", "a@b.fr")));

        assertThat(TierFields.text(data, "otherEmails")).isEqualTo("compta@exemple.fr (BILLING), a@b.fr (OTHER)");
    }

    @Test
    void theShortWayToSayIndividualAgreesWithTheKindInWhateverOrderBothCome() {
        var household = new TierData();
        household.setKind("HOUSEHOLD");
        household.setIndividual(false);
        assertThat(household.getKind()).isEqualTo("HOUSEHOLD");

        var individual = new TierData();
        individual.setIndividual(true);
        assertThat(individual.getKind()).isEqualTo("INDIVIDUAL");
        individual.setIndividual(false);
        assertThat(individual.getKind()).isEqualTo("COMPANY");
    }
}
