package fr.tiers.calendar;

import fr.tiers.event.EventView;
import fr.tiers.event.SeriesReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What is behind one name in calendars: a meeting, or a series with what differs from its rule.
 *
 * @param model the meeting, or what the ordinary ones of the series are like
 * @param master as it is told: of a series its first day
 * @param people who is written to, by address; of a series whoever takes part as a rule
 * @param days of a series: what is known of its days, by the time that the rule has
 * @param series null for a meeting by itself
 * @param writing whether guests are told of what changes
 * @param settled whether it is done: nobody is told any more
 */
record CalendarThread(
        UUID uid,
        EventView model,
        Piece master,
        Map<String, GuestList.Addressee> people,
        NavigableMap<Instant, Day> days,
        SeriesReader.Whole series,
        boolean writing,
        boolean settled) {

    /**
     * One day of a series.
     *
     * @param event null when it was taken out or called off
     * @param people who takes part that day
     */
    record Day(EventView event, Map<String, GuestList.Addressee> people) {}

    boolean isSeries() {
        return series != null;
    }

    /** What it is for somebody who is written to. */
    Wanted of(String address) {
        return wanted(people.containsKey(address), day -> day.people().containsKey(address));
    }

    /** What it is for somebody who takes part where the condition says so. */
    Wanted of(Predicate<EventView> takesPart) {
        return wanted(takesPart.test(model), day -> takesPart.test(day.event()));
    }

    private Wanted wanted(boolean always, Predicate<Day> takesPart) {
        var out = new TreeMap<Instant, String>();
        var own = new TreeMap<Instant, EventView>();
        days.forEach((time, day) -> {
            boolean comes = day.event() != null && takesPart.test(day);
            if (comes && (!always || differs(time, day.event()))) {
                own.put(time, day.event());
            } else if (!comes && always) {
                out.put(
                        time,
                        day.event() == null ? CalendarVocabulary.MEETING_CANCELLED : CalendarVocabulary.GUEST_REMOVED);
            }
        });
        return new Wanted(this, always, out, own);
    }

    private boolean differs(Instant time, EventView event) {
        var regular = master.at(time);
        var real = Piece.of(event);
        return !real.when().equals(regular.when()) || !real.what().equals(regular.what());
    }

    /** Differs when the whole series is at other times or somewhere else. */
    String when() {
        return isSeries() ? Piece.mark(List.of(master.when(), series.rule())) : master.when();
    }
}
