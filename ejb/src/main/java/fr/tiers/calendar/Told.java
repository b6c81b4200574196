package fr.tiers.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one guest's calendar has been told: marks of contents, two words each, the first of time and place and the second of the rest.
 *
 * @param whole of the meeting or the series; empty when the guest takes part on single days only
 * @param days that are not as the rule has them, or {@link #OUT}
 */
record Told(Optional<String> whole, NavigableMap<Instant, String> days) {

    static final String OUT = "-";
    private static final String WHOLE = "*";

    /** As {@link #lines} has written it. */
    static Told of(List<String> lines) {
        var days = new TreeMap<Instant, String>();
        var whole = Optional.<String>empty();
        for (var line : lines) {
            var words = line.split(" ", 2);
            if (WHOLE.equals(words[0])) {
                whole = Optional.of(words[1]);
            } else {
                days.put(Instant.parse(words[0]), words[1]);
            }
        }
        return new Told(whole, days);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        whole.ifPresent(mark -> lines.add(WHOLE + ' ' + mark));
        days.forEach((time, mark) -> lines.add(time + " " + mark));
        return lines;
    }

    boolean isEmpty() {
        return whole.isEmpty() && days.values().stream().allMatch(OUT::equals);
    }

    /** On which days that are still to come the two differ; both have the same rule. */
    Set<Instant> changed(Wanted wanted, Instant now) {
        var other = wanted.told().days();
        var all = new TreeSet<>(days.keySet());
        all.addAll(other.keySet());
        all.removeIf(time -> (days.containsKey(time) ? days.get(time) : regular(wanted, time))
                .equals(other.containsKey(time) ? other.get(time) : regular(wanted, time)));
        all.removeIf(time -> time.isBefore(now) && isPast(wanted, time, now));
        return all;
    }

    private static boolean isPast(Wanted wanted, Instant time, Instant now) {
        return !wanted.day(time).over().isAfter(now);
    }

    /** A day without a word of its own is as the rule has it, or unknown to a guest who comes on single days. */
    private static String regular(Wanted wanted, Instant time) {
        if (!wanted.always()) {
            return OUT;
        }
        var piece = wanted.thread().master().at(time);
        return piece.when() + ' ' + piece.what();
    }

    /** The first word: time and place. */
    static String when(String mark) {
        return mark.split(" ")[0];
    }
}
