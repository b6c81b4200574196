package fr.tiers.merge;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many merge at once: each source goes once, nobody hears of a deadlock, nothing is lost. */
class MergeRaceIT {

    private static final int CLIENTS = 8;

    private static Cast cast;
    private static Api caller;

    @BeforeAll
    static void prepare() {
        cast = new Cast(MergeRaceIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    private static long tier(String title) {
        return cast.tier(caller, title, null).get("id").asLong();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneSourceGoesIntoOneSurvivorAlone() throws Exception {
        long source = tier("convoité");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < CLIENTS; i++) {
            long survivor = tier("survivant " + i);
            calls.add(() -> caller.post("tiers/" + survivor + "/merge", "{\"from\":" + source + '}')
                    .status());
        }
        var answers = atOnce(calls);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 409);
    }

    @Test
    void mergesCrosswiseWithWritersEndWithoutADeadlockForAnybody() throws Exception {
        var survivors = List.of(tier("gauche"), tier("droite"));
        var sources = new ArrayList<Long>();
        for (int i = 0; i < 24; i++) {
            long source = tier("source " + i);
            caller.post("tiers/" + source + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel\"}");
            sources.add(source);
        }
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < sources.size(); i += 2) {
            var pair = new ArrayList<>(sources.subList(i, i + 2));
            long survivor = survivors.get(i / 2 % 2);
            Collections.rotate(pair, i / 2);
            var from = pair.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            calls.add(() -> caller.post("tiers/" + survivor + "/merge", "{\"from\":" + from + '}')
                    .status());
            calls.add(() -> caller.post("tiers/" + survivor + "/events", "{\"type\":\"CALL\",\"subject\":\"Ici\"}")
                    .status());
        }
        assertThat(atOnce(calls)).allMatch(status -> status < 300);
        for (var source : sources) {
            assertThat(caller.get("tiers/" + source).status()).isEqualTo(308);
        }
        assertThat(World.get()
                        .sql()
                        .number(
                                "select count(*) from event where tier_id in (?, ?) and type = 'CALL'",
                                survivors.get(0),
                                survivors.get(1)))
                .isEqualTo(24 + 12);
    }
}
