package fr.tiers.duplicate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is compared of names and contact points")
class CompanyNameTest {

    @ParameterizedTest
    @CsvSource({
        "Boulangerie de l’Église, BOULANGERIE DE L'EGLISE",
        "S.A.R.L. Dupont & Fils, Dupont et fils sarl",
        "Société Générale SA, SOCIETE GENERALE",
        "Ets Martin, Établissements MARTIN",
        "St-Gobain, Saint Gobain",
        "L'Oréal, Loreal",
        "Cœur de Bœuf, coeur de boeuf",
        "A.B.C. Conseil, ABC Conseil",
        "Martin Menuiserie, Menuiserie Martin",
        "Garage Dupond, Garage Dupont",
        "Établissements Lefebvre, Lefebvre",
        "Transports Guillemot, Transport Guillemot SASU",
        "Imprimerie Chatelain, Imprimerie Chatelian"
    })
    void oneNameWrittenTwice(String one, String other) {
        assertThat(close(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Boulangerie Martin, Boulangerie Marin",
        "Pharmacie 1, Pharmacie 2",
        "Garage du Centre, Garage de la Gare",
        "Hôtel de France, Hôtel de Paris",
        "Dupont Plomberie, Durand Plomberie",
        "Cabinet Leroy, Cabinet Lenoir",
        "Acme, Acme Logistique Nantes"
    })
    void twoNamesThatLookAlike(String one, String other) {
        assertThat(close(one, other)).isFalse();
    }

    private static boolean close(String one, String other) {
        return Closeness.of(CompanyName.of(one), CompanyName.of(other)) >= Closeness.CLOSE;
    }

    @Test
    void aLegalFormIsSetAsideAndKept() {
        assertThat(CompanyName.of("Acme S.A.S."))
                .returns(LegalForm.SAS, CompanyName::form)
                .returns("acme", CompanyName::compact);
        assertThat(CompanyName.of("SARL Acme"))
                .returns(LegalForm.SARL, CompanyName::form)
                .returns("acme", CompanyName::compact);
        assertThat(CompanyName.of("Acme, société par actions simplifiée").form())
                .isEqualTo(LegalForm.SAS);
        assertThat(CompanyName.of("SA"))
                .as("never all there is")
                .returns(null, CompanyName::form)
                .returns("sa", CompanyName::compact);
        assertThat(CompanyName.of("Sasha").form()).isNull();
        assertThat(CompanyName.of(null).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "+33 (0)6.12.34.56.78, +33612345678",
        "0033612345678, +33612345678",
        "02 40 12 34 56 poste 12, +33240123456",
        "+32 2 123 45 67, +3221234567",
        "3615,",
        "0,"
    })
    void aPhoneIsComparedAsItIsDialledFromAbroad(String written, String expected) {
        assertThat(ContactPoints.phone(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.acme.fr/contact?x=1, acme.fr",
        "ACME.FR, acme.fr",
        "info@nantes.acme.fr, acme.fr",
        "http://shop.acme.co.uk:8080, acme.co.uk",
        "jean@gmail.com,",
        "https://www.facebook.com/acme,",
        "acme,",
        "'',"
    })
    void aDomainIsWhatSomebodyHasRegistered(String address, String expected) {
        assertThat(ContactPoints.domain(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'12, av. du Gal de Gaulle', 12 avenue du Général de Gaulle",
        "3 bd St-Michel, 3 Boulevard Saint Michel",
        "'Z.I. de la Gare', ZI Gare",
        "7b r. des Lilas, 7b rue des Lilas"
    })
    void aStreetIsComparedWithoutItsAbbreviations(String one, String other) {
        assertThat(Street.of(one)).isEqualTo(Street.of(other)).isNotEmpty();
    }
}
