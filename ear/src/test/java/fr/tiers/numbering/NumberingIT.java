package fr.tiers.numbering;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes without gap, whoever creates how many at once. */
class NumberingIT {

    private static final int CREATIONS = 50;

    private static Cast cast;
    private static Api caller;

    @BeforeAll
    static void prepare() {
        cast = new Cast(NumberingIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    @Test
    void fiftyCreationsAtOnceGiveFiftyCodesInARow() throws Exception {
        var codes = numbers(atOnce(IntStream.range(0, CREATIONS)
                .<Callable<String>>mapToObj(i -> () ->
                        cast.tier(caller, "à la fois " + i, null).get("code").asText())
                .toList()));
        assertThat(codes).containsExactlyElementsOf(inARow(codes.get(0), CREATIONS));
    }

    @Test
    void aCreationThatIsRefusedTakesNoNumber() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < CREATIONS / 2; i++) {
            var title = "parmi des refus " + i;
            calls.add(() -> cast.tier(caller, title, null).get("code").asText());
            calls.add(() -> {
                // passes every check that needs no database, and fails on one that does
                var refused = caller.post(
                        "tiers", "{\"name\":\"Refusé\",\"types\":[\"PROSPECT\"],\"salesUnit\":\"NULLE-PART\"}");
                assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
                return null;
            });
        }
        var codes = numbers(atOnce(calls));
        assertThat(codes).containsExactlyElementsOf(inARow(codes.get(0), CREATIONS / 2));
    }

    @Test
    void aMaskThatGivesImpossibleCodesIsRefused() {
        var rule = caller.get("numbering-rules/TIER");
        var body = "{\"mask\":\"T*{000000}\"}";
        for (var refused : List.of(
                caller.with("If-Match", rule.etag()).put("numbering-rules/TIER", body),
                caller.get("numbering-rules/TIER/preview?mask=" + Api.encode("T*{000000}")))) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("mask");
            assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("mask-text");
        }
        assertThat(caller.get("numbering-rules/TIER").etag()).isEqualTo(rule.etag());
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(12);
        try {
            List<String> codes = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) {
                if (call.get() != null) {
                    codes.add(call.get());
                }
            }
            return codes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> numbers(List<String> codes) {
        assertThat(codes).allMatch(code -> code.matches("T\\d{6}"));
        return codes.stream()
                .map(code -> Long.valueOf(code.substring(1)))
                .sorted()
                .toList();
    }

    private static List<Long> inARow(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }
}
