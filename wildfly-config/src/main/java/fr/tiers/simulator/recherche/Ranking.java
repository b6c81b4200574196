package fr.tiers.simulator.recherche;

import fr.tiers.simulator.data.UnitFacts;
import fr.tiers.simulator.data.Words;
import java.util.List;

/** How well a unit answers the words of a query: every word has to be found, words of the name count most. */
final class Ranking {

    private Ranking() {}

    /** @return 0 when a word is missing */
    static double score(List<String> words, UnitFacts unit) {
        double score = 1;
        for (String word : words) {
            double best = inName(word, unit.nameWords());
            if (best == 0) {
                best = unit.otherWords().contains(word) ? 1 : 0;
            }
            if (best == 0) {
                return 0;
            }
            score += best;
        }
        if (unit.name() != null && Words.of(unit.name()).equals(words)) {
            score += 50;
        }
        return "A".equals(unit.state()) ? score + 0.5 : score;
    }

    private static double inName(String word, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(word)) {
                return i == 0 ? 12 : 10;
            }
        }
        if (word.length() >= 3 && names.stream().anyMatch(name -> name.startsWith(word))) {
            return 4;
        }
        return 0;
    }
}
