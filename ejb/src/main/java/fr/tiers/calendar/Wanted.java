package fr.tiers.calendar;

import fr.tiers.event.EventView;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one guest's calendar is to show under one name.
 *
 * @param always whether the guest takes part as a rule
 * @param out days without the guest, and what the mail about it is for
 * @param own days that are not as the rule has them
 */
record Wanted(
        CalendarThread thread,
        boolean always,
        NavigableMap<Instant, String> out,
        NavigableMap<Instant, EventView> own) {

    boolean isEmpty() {
        return !always && own.isEmpty();
    }

    /** @return the next that is not over yet; nothing when there is none to come */
    Optional<Piece> next(Instant now) {
        if (!thread.isSeries()) {
            return Optional.of(thread.master())
                    .filter(piece -> always && piece.over().isAfter(now));
        }
        var single = own.values().stream()
                .map(Piece::of)
                .filter(piece -> piece.over().isAfter(now))
                .min(Comparator.comparing(Piece::start));
        var regular = always ? regular(now) : Optional.<Piece>empty();
        return single.isPresent()
                        && (regular.isEmpty()
                                || single.get().start().isBefore(regular.get().start()))
                ? single
                : regular;
    }

    private Optional<Piece> regular(Instant now) {
        return CalendarRhythm.times(thread.series())
                .filter(time -> !out.containsKey(time) && !own.containsKey(time))
                .map(time -> thread.master().at(time))
                .filter(piece -> piece.over().isAfter(now))
                .findFirst();
    }

    /** What the guest is told of a day: its own, or as the rule has it. */
    Piece day(Instant time) {
        return own.containsKey(time) ? Piece.of(own.get(time)) : thread.master().at(time);
    }

    Told told() {
        var days = new TreeMap<Instant, String>();
        out.keySet().forEach(time -> days.put(time, Told.OUT));
        own.keySet().forEach(time -> days.put(time, mark(time)));
        return new Told(
                always ? Optional.of(thread.when() + ' ' + thread.master().what()) : Optional.empty(), days);
    }

    private String mark(Instant time) {
        var piece = day(time);
        return piece.when() + ' ' + piece.what();
    }

    /** As {@link Told} has a day, also one that is as the rule has it. */
    String state(Instant time) {
        return out.containsKey(time) || !always && !own.containsKey(time) ? Told.OUT : mark(time);
    }
}
