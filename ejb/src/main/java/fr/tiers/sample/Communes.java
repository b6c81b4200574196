package fr.tiers.sample;

import java.util.Arrays;
import java.util.List;

/** The communes tiers are placed in, the larger the more often. */
final class Communes {

    private final List<Commune> all;
    private final int[] cumulated;

    private Communes(List<Commune> all) {
        this.all = all;
        this.cumulated = all.stream().mapToInt(Commune::population).toArray();
        Arrays.parallelPrefix(cumulated, Integer::sum);
    }

    static Communes load() {
        return new Communes(
                Texts.rows("communes.csv", ";").stream().map(Communes::parse).toList());
    }

    private static Commune parse(String[] column) {
        return new Commune(
                column[0],
                column[1],
                List.of(column[2].split("\\|")),
                column[3],
                column[4],
                Integer.parseInt(column[5]),
                Double.parseDouble(column[6]),
                Double.parseDouble(column[7]));
    }

    List<Commune> all() {
        return all;
    }

    Commune of(long index) {
        var ticket = Draw.of("commune", index).below(cumulated[cumulated.length - 1]);
        var found = Arrays.binarySearch(cumulated, ticket);
        // a hit is the end of its commune's tickets, which belongs to the next one
        return all.get(found >= 0 ? found + 1 : -found - 1);
    }
}
