package fr.tiers.receivable.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountConverterTest {

    @ParameterizedTest
    @CsvSource({
        "'120,50', 120.50",
        "'120.50', 120.50",
        "'1 234,56', 1234.56",
        "'1\u202f234,56\u00a0€', 1234.56",
        "'1.234,56', 1234.56",
        "'1,234.56', 1234.56",
        "'1234', 1234",
        "'-10', -10",
        "'\u221210,5', -10.5",
        "'abc', abc"
    })
    void readsAmountsAsPeopleTypeThem(String typed, String plain) {
        assertThat(AmountConverter.plain(typed)).isEqualTo(plain);
    }
}
