package fr.tiers.agenda.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts what overlaps side by side: the same number of lanes for all that hang together, and the first that is free for each. */
final class Lanes {

    private Lanes() {}

    /** From where to where something reaches; what ends where the next begins does not overlap it. */
    record Reach(int from, int to) {}

    /** A place among so many beside each other. */
    record Place(int lane, int lanes) {}

    /** @return the place of each, in the order given */
    static List<Place> of(List<Reach> reaches) {
        var places = new Place[reaches.size()];
        var ordered = IntStream.range(0, reaches.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> reaches.get(i).from())
                        .thenComparing(i -> -reaches.get(i).to()))
                .toList();
        var together = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        int end = Integer.MIN_VALUE;
        for (int i : ordered) {
            var reach = reaches.get(i);
            if (reach.from() >= end) {
                settle(together, ends.size(), places);
                ends.clear();
            }
            int lane = IntStream.range(0, ends.size())
                    .filter(each -> ends.get(each) <= reach.from())
                    .findFirst()
                    .orElse(ends.size());
            if (lane == ends.size()) {
                ends.add(reach.to());
            } else {
                ends.set(lane, reach.to());
            }
            places[i] = new Place(lane, 0);
            together.add(i);
            end = Math.max(end, reach.to());
        }
        settle(together, ends.size(), places);
        return Arrays.asList(places);
    }

    private static void settle(List<Integer> together, int lanes, Place... places) {
        together.forEach(i -> places[i] = new Place(places[i].lane(), lanes));
        together.clear();
    }
}
