package fr.tiers.registry;

import fr.tiers.kernel.BusinessException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectoryQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"487444697", "487 444 697", "487.444.697", "487\u00a0444\u00a0697"})
    void aSirenInAnyGroupingIsADirectLookup(String typed) {
        assertThat(DirectoryQuery.parse(typed)).isEqualTo(Map.of("q", "487444697"));
    }

    @Test
    void aSiretIsADirectLookup() {
        assertThat(DirectoryQuery.parse("487 444 697 00428")).isEqualTo(Map.of("q", "48744469700428"));
    }

    @Test
    void aPostalCodeAmongWordsBecomesAFilter() {
        assertThat(DirectoryQuery.parse("boulangerie  57000\u00a0Metz"))
                .isEqualTo(Map.of("code_postal", "57000", "q", "boulangerie Metz"));
        assertThat(DirectoryQuery.parse("57000")).isEqualTo(Map.of("code_postal", "57000"));
        assertThat(DirectoryQuery.parse("ab 57000")).containsEntry("q", "ab");
    }

    @Test
    void namesAndTownsStayWords() {
        assertThat(DirectoryQuery.parse(" Ganymède, Paris ")).isEqualTo(Map.of("q", "Ganymède Paris"));
        assertThat(DirectoryQuery.parse("36 15")).isEqualTo(Map.of("q", "36 15"));
    }

    @ParameterizedTest
    @CsvSource({"'',too-short", "ab,too-short", "487444698,siren-invalid", "48744469700429,siret-invalid"})
    void whatCannotBeSearchedIsRefused(String typed, String code) {
        assertThatThrownBy(() -> DirectoryQuery.parse(typed))
                .isInstanceOfSatisfying(BusinessException.class, e -> assertThat(e.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.code()).isEqualTo(code)));
    }
}
