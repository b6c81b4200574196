package fr.tiers.address;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommunesTest {

    private static final Communes COMMUNES = new Communes();

    @BeforeAll
    static void load() {
        COMMUNES.load();
    }

    @ParameterizedTest
    @CsvSource({
        "nantes, 44000 Nantes",
        "44000, 44000 Nantes",
        "44000 nan, 44000 Nantes",
        "st etienne, 42000 Saint-Étienne",
        "SAINT ETIENNE, 42000 Saint-Étienne",
        "l'hay, 94240 L'Haÿ-les-Roses",
        "97400, 97400 Saint-Denis",
        "20090, 20090 Ajaccio",
    })
    void isFoundByPostalCodeOrNameHoweverItIsTyped(String query, String first) {
        var commune = COMMUNES.find(query).get(0);

        assertThat(commune.postalCode() + ' ' + commune.name()).isEqualTo(first);
    }

    @Test
    void theVeryNameComesBeforeALargerTownThatBeginsSo() {
        assertThat(COMMUNES.find("Paris").get(0).name()).isEqualTo("Paris");
        assertThat(COMMUNES.find("Ay").get(0).name()).startsWith("Ay");
    }

    @Test
    void anArrondissementHasItsOwnInseeCode() {
        assertThat(COMMUNES.find("75015")).containsExactly(new Commune("75115", "Paris", "75015", "75"));
    }

    @Test
    void atMostTwentyAreShown() {
        assertThat(COMMUNES.find("s")).hasSize(Communes.MOST);
        assertThat(COMMUNES.find("4")).hasSize(Communes.MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zzzz", "'; drop table tier; --", "\0", "#{7*7}", "99999", "🦑"})
    void whatIsNoTownFindsNone(String query) {
        assertThat(COMMUNES.find(query)).isEmpty();
    }
}
