package fr.tiers.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Precision and recall, as docs/duplicates.md publishes them")
class PrecisionTest {

    private final List<LabelledPairs.Pair> pairs = LabelledPairs.all();

    @Test
    void ofTheInbox() throws IOException {
        publish("Inbox", pair -> withoutSiret(pair).probable(), 0.90, 0.90);
    }

    @Test
    void ofTheWarning() throws IOException {
        publish("Warning from 50", pair -> withoutSiret(pair).score() >= 50, 0.76, 0.90);
    }

    /** The same SIRET would make it too easy: one of each pair does not have it, where the pair is not about it. */
    private static Match withoutSiret(LabelledPairs.Pair pair) {
        boolean sameSiret = pair.one().siret() != null
                && pair.one().siret().equals(pair.other().siret());
        return pair.one().match(sameSiret ? pair.other().siret(null) : pair.other());
    }

    private void publish(String what, Predicate<LabelledPairs.Pair> says, double precision, double recall)
            throws IOException {
        long right =
                pairs.stream().filter(pair -> pair.same() && says.test(pair)).count();
        long said = pairs.stream().filter(says).count();
        long there = pairs.stream().filter(LabelledPairs.Pair::same).count();
        var wrong = new TreeMap<String, Long>();
        pairs.stream()
                .filter(pair -> pair.same() != says.test(pair))
                .forEach(pair -> wrong.merge(pair.kind(), 1L, Long::sum));
        var line = String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f |",
                what,
                pairs.size(),
                (double) right / said,
                (double) right / there);
        assertThat((double) right / said).as("precision; wrong: %s", wrong).isGreaterThanOrEqualTo(precision);
        assertThat((double) right / there).as("recall; wrong: %s", wrong).isGreaterThanOrEqualTo(recall);
        assertThat(Files.readString(Path.of("../docs/duplicates.md")))
                .as("published; wrong: %s", wrong)
                .contains(line);
    }
}
