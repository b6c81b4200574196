package fr.tiers.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompanyParserTest {

    @Test
    void aCompanyIsReadWithAddressInLines() {
        var match = CompanyParser.parse(recorded("company")).get(0);

        assertThat(match.siren()).isEqualTo("487444697");
        assertThat(match.siret()).isEqualTo("48744469700428");
        assertThat(match.name()).isEqualTo("ESSOR ENERGIES");
        assertThat(match.tradeName()).isEqualTo("SOLARSUD");
        assertThat(match.headOffice()).isTrue();
        assertThat(match.active()).isTrue();
        assertThat(match.individual()).isFalse();
        assertThat(match.address())
                .isEqualTo(new RegistryAddress(
                        "22 RUE MAISON BLANCHE",
                        null,
                        null,
                        "24330",
                        "BOULAZAC ISLE MANOIRE",
                        "FR",
                        "24053",
                        45.150768228,
                        0.7890073868));
        assertThat(match.apeCode()).isEqualTo("43.21A");
        assertThat(match.apeLabel()).startsWith("Travaux d’installation électrique");
        assertThat(match.legalForm()).isEqualTo("Société à responsabilité limitée (sans autre indication)");
        assertThat(match.headcountBand()).isEqualTo("20 à 49 salariés");
        assertThat(match.vatNumber()).hasSize(13).endsWith("487444697");
        assertThat(match.vatComputed()).isTrue();
        assertThat(match.diffusion()).isEqualTo(Diffusion.FULL);
    }

    @Test
    void aClosedEstablishmentSaysSoAndItsTownIsTheCityNotTheDistrict() {
        var match = CompanyParser.parse(recorded("closed-establishment")).get(0);

        assertThat(match.siret()).isEqualTo("88087814500015");
        assertThat(match.active()).isFalse();
        assertThat(match.closedOn()).isEqualTo("2022-10-22");
        assertThat(match.address().line1()).isEqualTo("128 RUE LA BOETIE");
        assertThat(match.address().city()).isEqualTo("PARIS");
        assertThat(match.address().inseeCode()).isEqualTo("75108");
    }

    @Test
    void eachMatchingEstablishmentIsALine() {
        var matches = CompanyParser.parse(recorded("by-name"));

        assertThat(matches).hasSize(5);
        assertThat(matches).filteredOn(CompanyMatch::siren, "510973431").hasSize(2);
        assertThat(matches)
                .filteredOn(CompanyMatch::siret, "51097343100016")
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.headOffice()).isFalse();
                    assertThat(branch.address().line1()).isEqualTo("1135 CHEMIN DU BAGUIER");
                });
        assertThat(matches)
                .filteredOn(CompanyMatch::siret, "51097343100024")
                .singleElement()
                .satisfies(headOffice -> {
                    assertThat(headOffice.address().line1()).isEqualTo("3 TRAVERSE DES PENITENTS NOIRS");
                    assertThat(headOffice.address().line2()).isEqualTo("RES LES CAPUCINES BATD");
                });
    }

    @Test
    void masksAndGhostsAreNeverTakenForData() {
        var matches = CompanyParser.parse(recorded("masked"));

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.diffusion()).isEqualTo(Diffusion.PARTIAL);
            assertThat(match.name()).isEqualTo("SIREN 999999998");
            assertThat(match.individual()).isTrue();
            assertThat(match.lastName()).isNull();
            assertThat(match.tradeName()).isNull();
            assertThat(match.createdOn()).isNull();
            assertThat(match.vatComputed()).isTrue();
            assertThat(match.address())
                    .isEqualTo(new RegistryAddress(null, null, null, null, "SAINT-DENIS", "RE", "97411", null, null));
            assertThat(match.toString()).doesNotContain("[N");
        });
    }

    @Test
    void anAnswerWithoutResultsIsAnEmptyList() throws IOException {
        assertThat(CompanyParser.parse(JsonMapper.builder().build().readTree("{\"results\": null}")))
                .isEmpty();
    }

    @Test
    void countriesAreFoundByNameAndOverseasByPostalCode() {
        assertThat(Countries.of("BELGIQUE", null)).isEqualTo("BE");
        assertThat(Countries.of("ROYAUME-UNI", null)).isEqualTo("GB");
        assertThat(Countries.of("PAYS IMAGINAIRE", null)).isNull();
        assertThat(Countries.of(null, "97110")).isEqualTo("GP");
        assertThat(Countries.of(null, "98000")).isEqualTo("MC");
        assertThat(Countries.of(null, "2A004")).isEqualTo("FR");
        assertThat(Countries.of(null, null)).isEqualTo("FR");
    }

    private static JsonNode recorded(String name) {
        try (var in = CompanyParserTest.class.getResourceAsStream(name + ".json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
