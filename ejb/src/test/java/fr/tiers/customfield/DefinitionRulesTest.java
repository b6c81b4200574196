package fr.tiers.customfield;

import fr.tiers.kernel.BusinessException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DefinitionRulesTest {

    @Test
    void aWordIsACode() {
        assertThatCode(() -> check("beds")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "empty", "and", "div", "round", "Beds", "b", "be ds", "be.ds"})
    void aWordOfTheExpressionLanguageOrAnotherShapeIsNone(String code) {
        assertThatThrownBy(() -> check(code)).isInstanceOf(BusinessException.class);
    }

    private static void check(String code) {
        var field = TestCustomFields.definition(
                "{\"code\":\"" + code + "\",\"type\":\"STRING\",\"labelFr\":\"Lits\",\"labelEn\":\"Beds\"}");
        DefinitionRules.check(field, List.of(), Set.of(), Set.of());
    }
}
