package fr.tiers.agenda.web;

import fr.tiers.agenda.AgendaDays;
import fr.tiers.agenda.AgendaEntry;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A week of the month: what lasts over several days is drawn once, over all of them; the rest stands under its day. */
public record MonthWeek(int number, List<Day> days) {

    /** So many lines find room in a day; of more the last one says how many. */
    private static final int ROOM = 4;

    /**
     * A day of the month.
     *
     * @param outside whether it belongs to another month
     * @param places what lasts over several days and begins here, or a gap under what does so on a day before
     * @param others so many more than there is room for
     * @param total so many altogether
     */
    public record Day(
            LocalDate date, boolean outside, List<Place> places, List<AgendaEntry> entries, int others, int total) {}

    /**
     * A line of a day that belongs to what lasts over several.
     *
     * @param entry null for a gap
     * @param span days over which it is drawn
     */
    public record Place(AgendaEntry entry, int span, boolean begins, boolean ends) {

        static final Place GAP = new Place(null, 1, true, true);
    }

    /** @param month the one that is looked at */
    static MonthWeek of(List<LocalDate> days, List<AgendaEntry> entries, LocalDate month) {
        var bars = TimeGrid.bars(days, entries, MonthWeek::isLong);
        var shown = IntStream.range(0, days.size())
                .mapToObj(column -> day(days.get(column), column, bars, entries, month))
                .toList();
        return new MonthWeek(days.get(0).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), shown);
    }

    private static Day day(
            LocalDate date, int column, List<TimeGrid.Bar> bars, List<AgendaEntry> entries, LocalDate month) {
        var touching = bars.stream()
                .filter(bar -> bar.column() <= column && column < bar.column() + bar.span())
                .toList();
        var places = new ArrayList<Place>();
        for (var bar : touching) {
            if (bar.row() < ROOM - 1) {
                while (places.size() <= bar.row()) {
                    places.add(Place.GAP);
                }
                places.set(bar.row(), bar.column() == column ? place(bar) : Place.GAP);
            }
        }
        long hidden = touching.stream().filter(bar -> bar.row() >= ROOM - 1).count();
        var own = entries.stream().filter(isOn(date)).toList();
        int room = ROOM - places.size();
        int shown = own.size() + hidden <= room ? own.size() : Math.min(own.size(), room - 1);
        return new Day(
                date,
                date.getMonth() != month.getMonth(),
                places,
                own.subList(0, shown),
                (int) hidden + own.size() - shown,
                touching.size() + own.size());
    }

    private static Place place(TimeGrid.Bar bar) {
        return new Place(bar.entry(), bar.span(), bar.begins(), bar.ends());
    }

    /** What has a line of its own: whole days, and what goes on over midnight. */
    private static boolean isLong(AgendaEntry entry) {
        var reach = AgendaDays.of(entry);
        return TimeGrid.isOfDays(entry) || !reach.first().equals(reach.last());
    }

    private static Predicate<AgendaEntry> isOn(LocalDate date) {
        return entry -> !isLong(entry) && AgendaDays.of(entry).first().equals(date);
    }
}
