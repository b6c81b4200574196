package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WhereParserTest {

    private static final ObjectNode RECORD = record();

    private static ObjectNode record() {
        ObjectNode record = Json.object();
        Dataset.FIELDS.keySet().forEach(record::putNull);
        record.put("siren", "552032534").put("denomination", "Forges de l'Est").put("code_postal", "57000");
        return record.put("ca_1", 1_500_000).put("date_de_cloture_exercice_1", "2024-03-31");
    }

    private static Condition parse(String where) {
        return WhereParser.parse(where, Dataset.FIELDS.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siren=\"552032534\"",
                "siren:'552032534'",
                "siren in (\"1\",\"552032534\")",
                "ca_1 >= 1500000",
                "ca_1>1000000 and code_postal=\"57000\"",
                "ca_1 < 10 OR siren = \"552032534\"",
                "ca_2 is null",
                "ca_1 is not null",
                "not ca_1 < 10",
                "siren not in (\"1\")",
                "startswith(code_postal,\"57\")",
                "denomination like \"forges\"",
                "search(denomination,\"FORGES est\")",
                "\"forges\"",
                "search(\"forges\")",
                "date_de_cloture_exercice_1 > date'2023-01-01'",
                "(siren=\"1\" or ca_1 > 1) and (ca_1 != 3)",
                "",
                "  "
            })
    void clauses_the_record_satisfies(String where) {
        assertThat(parse(where).test().test(RECORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"siren=\"1\"", "ca_1 is null", "ca_2 > 0", "ca_2 != 3", "denomination like \"acme\"", "\"acme\""
            })
    void clauses_it_does_not(String where) {
        assertThat(parse(where).test().test(RECORD)).isFalse();
    }

    @Test
    void numbers_that_bound_the_answer_are_found() {
        assertThat(parse("siren=\"1\" or siren in (\"2\",\"3\")").sirens().orElseThrow())
                .containsExactlyInAnyOrder("1", "2", "3");
        assertThat(parse("siren=\"1\" and ca_1 > 3").sirens().orElseThrow()).containsExactly("1");
        assertThat(parse("siren=\"1\" or ca_1 > 3").sirens()).isEmpty();
        assertThat(parse("not siren=\"1\"").sirens()).isEmpty();
    }

    @Test
    void quotes_are_escaped() {
        ObjectNode record = RECORD.deepCopy().put("denomination", "A \"B\" \\ C");
        assertThat(parse("denomination=\"A \\\"B\\\" \\\\ C\"").test().test(record))
                .isTrue();
    }

    @Test
    void errors_name_the_clause() {
        assertThatThrownBy(() -> parse("chiffre=1"))
                .hasMessage(
                        "ODSQL query is malformed: Unknown field: chiffre. Clause(s) containing the error(s): where.");
    }
}
