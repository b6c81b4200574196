package fr.tiers.customfield;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormulaTest {

    private final Map<String, Object> fields = new HashMap<>(Map.of(
            "beds",
            20L,
            "rate",
            new BigDecimal("0.75"),
            "city",
            "Metz",
            "rent",
            Map.of("amount", new BigDecimal("12.50"), "currency", "EUR")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beds * rate | 15",
                "2 + 3 * 4 | 14",
                "(2 + 3) * 4 | 20",
                "10 - 2 - 3 | 5",
                "-beds + 1 | -19",
                "10 / 4 | 2.5",
                "round(10 / 3, 2) | 3.33",
                "rent * 2 | 25",
                "city & \" (\" & beds & \")\" | Metz (20)",
                "missing & city | Metz"
            })
    void isEvaluated(String formula, String expected) {
        assertThat(CustomFields.text(Formula.parse(formula).evaluate(fields))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beds / 0", "beds + missing", "beds * city", "missing"})
    void whatCannotBeComputedIsEmpty(String formula) {
        assertThat(Formula.parse(formula).evaluate(fields)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "1)",
                "a b",
                "\"open",
                "#{7*7}",
                "java.lang.Runtime",
                "round(1)",
                "1; drop table tier",
                "Beds"
            })
    void whatIsNoFormulaIsRefused(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOf(Formula.Malformed.class);
    }

    @Test
    void deepNestingIsRefusedRatherThanFollowed() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(200) + "1" + ")".repeat(200)))
                .isInstanceOf(Formula.Malformed.class);
        assertThatThrownBy(() -> Formula.parse("-".repeat(400) + "1")).isInstanceOf(Formula.Malformed.class);
    }

    @Test
    void conditionsCompareNumbersTextsAndLists() {
        Map<String, Object> facts = Map.of("custom.beds", 20L, "types", List.of("CUSTOMER"), "kind", "COMPANY");

        assertThat(Condition.of("custom.beds", "GT", "3").holds(facts)).isTrue();
        assertThat(Condition.of("custom.beds", "EQ", "20.0").holds(facts)).isTrue();
        assertThat(Condition.of("types", "EQ", "CUSTOMER").holds(facts)).isTrue();
        assertThat(Condition.of("kind", "IN", List.of("company", "x")).holds(facts))
                .isTrue();
        assertThat(Condition.of("custom.none", "LT", 5).holds(facts)).isFalse();
        assertThat(Condition.of("custom.none", "EMPTY", null).holds(facts)).isTrue();
        assertThat(new Condition(
                                null,
                                null,
                                null,
                                null,
                                List.of(Condition.of("kind", "EQ", "X"), Condition.of("types", "NE", "SUPPLIER")))
                        .holds(facts))
                .isTrue();
    }

    @Test
    void aPatternThatWouldSearchForEverMatchesNothing() {
        assertThat(Patterns.matches("[A-Z]{2}\\d{3}", "AB123")).isTrue();
        assertThat(Patterns.matches("(a+)+b", "a".repeat(200))).isFalse();
    }
}
