package fr.tiers.kernel.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33612345678",
                "-2",
                "@SUM(A1)",
                " =1",
                "\u00a0=1",
                "\ufeff=1",
                "\uff1d1",
                "\t=1",
                "\ttext",
                "\u0000=1"
            })
    void whatASpreadsheetWouldCalculateBecomesText(String value) {
        assertThat(Csv.cell(value).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Boulangerie Martin", "T000001 001202613", "a=b", "été"})
    void ordinaryTextStaysAsItIs(String value) {
        assertThat(Csv.cell(value)).isEqualTo(value);
    }

    @Test
    void separatorsAndQuotesAreQuoted() {
        assertThat(Csv.cell("a;b")).isEqualTo("\"a;b\"");
        assertThat(Csv.cell("say \"so\"")).isEqualTo("\"say \"\"so\"\"\"");
        assertThat(Csv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(Csv.cell(null)).isEmpty();
    }
}
