package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule that is opened in the editor and saved as it stands means the same. */
class ConditionDraftTest {

    private static final List<String> VALUES = List.of("A", "B", "1", "2");

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 20261122})
    void aRuleThatIsOpenedAndSavedMeansTheSame(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var condition = condition(random, 4);
            var again = new ConditionDraft("visible", condition).condition();
            for (int j = 0; j < 20; j++) {
                var facts = Map.<String, Object>of("a", pick(random), "b", pick(random));
                assertThat(again.holds(facts))
                        .as("%s with %s", condition, facts)
                        .isEqualTo(condition.holds(facts));
            }
        }
    }

    @Test
    void groupsAreAddedAndTakenAway() {
        var draft = new ConditionDraft("visible", Condition.of("a", "EQ", "A"));
        var all = (GroupDraft) draft.getLines().get(0);
        all.addGroup();
        var group = (GroupDraft) draft.getLines().get(2);
        group.add();
        draft.getLines().stream()
                .filter(ComparisonDraft.class::isInstance)
                .map(ComparisonDraft.class::cast)
                .filter(line -> line.getField() == null)
                .forEach(line -> {
                    line.setField("b");
                    line.setValue("B");
                });

        assertThat(draft.getLines()).extracting(RuleLine::getDepth).containsExactly(0, 1, 1, 2, 2);
        assertThat(draft.condition())
                .isEqualTo(Condition.all(List.of(
                        Condition.of("a", "EQ", "A"),
                        Condition.any(List.of(Condition.of("b", "EQ", "B"), Condition.of("b", "EQ", "B"))))));
        group.drop();
        assertThat(draft.condition()).isEqualTo(Condition.of("a", "EQ", "A"));
        draft.getLines().get(1).drop();
        assertThat(draft.condition()).isNull();
    }

    private static Condition condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            var parts =
                    List.of(condition(random, depth - 1), condition(random, depth - 1), condition(random, depth - 1));
            return random.nextBoolean() ? Condition.all(parts) : Condition.any(parts);
        }
        return Condition.of(
                random.nextBoolean() ? "a" : "b",
                List.of("EQ", "NE", "GT", "EMPTY").get(random.nextInt(4)),
                pick(random));
    }

    private static String pick(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
