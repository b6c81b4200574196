package fr.tiers.agenda.web;

import fr.tiers.agenda.AgendaDays;
import fr.tiers.agenda.AgendaEntry;
import fr.tiers.shell.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Days, or the people of one day, beside each other over the hours; what lasts whole days stands above. */
public final class TimeGrid {

    /** What is shorter is drawn as long as this, or nobody could read or grasp it. */
    static final int SHORTEST = 30;

    private static final Duration DAY = Duration.ofHours(24);

    private final TimeAxis axis;
    private final List<Column> columns;
    private final List<Bar> bars;

    private TimeGrid(TimeAxis axis, List<Column> columns, List<Bar> bars) {
        this.axis = axis;
        this.columns = columns;
        this.bars = bars;
    }

    /**
     * A day, or what somebody has on it.
     *
     * @param login whose it is; null when it is everybody's
     * @param missing minute of the hour that the day does not have; -1 when it has them all
     */
    public record Column(LocalDate day, String login, int missing, List<Block> blocks) {}

    /**
     * The part of an entry that lies on a day.
     *
     * @param from minute on the axis
     * @param to minute on the axis
     * @param begins whether the entry begins here
     * @param ends whether the entry ends here
     */
    public record Block(AgendaEntry entry, int from, int to, int lane, int lanes, boolean begins, boolean ends) {}

    /**
     * An entry above the hours.
     *
     * @param column first column it covers
     * @param span so many
     * @param row from above
     */
    public record Bar(AgendaEntry entry, int column, int span, int row, boolean begins, boolean ends) {}

    /** What stands above the hours, as only its days count or it lasts longer than a day. */
    static boolean isOfDays(AgendaEntry entry) {
        return entry.allDay()
                || entry.end() != null
                        && Duration.between(entry.start(), entry.end()).compareTo(DAY) >= 0;
    }

    /** Some days for everybody together. */
    public static TimeGrid ofDays(List<LocalDate> days, List<AgendaEntry> entries) {
        var axis = TimeAxis.of(days);
        var columns = days.stream()
                .map(day -> new Column(day, null, axis.missing(day), blocks(axis, day, entries)))
                .toList();
        return new TimeGrid(axis, columns, bars(days, entries, TimeGrid::isOfDays));
    }

    /** The part over some days of each entry that is to be drawn as a bar. */
    static List<Bar> bars(List<LocalDate> days, List<AgendaEntry> entries, Predicate<AgendaEntry> wanted) {
        var bars = new ArrayList<Bar>();
        for (var entry : entries) {
            var reach = AgendaDays.of(entry);
            int first = Math.max(0, distance(days.get(0), reach.first()));
            int last = Math.min(days.size() - 1, distance(days.get(0), reach.last()));
            if (wanted.test(entry) && first <= last) {
                bars.add(new Bar(
                        entry,
                        first,
                        last - first + 1,
                        0,
                        !reach.first().isBefore(days.get(0)),
                        !reach.last().isAfter(days.get(days.size() - 1))));
            }
        }
        return inRows(bars);
    }

    /** One day, a column for each of some people. */
    public static TimeGrid ofPeople(LocalDate day, List<String> logins, List<AgendaEntry> entries) {
        var axis = TimeAxis.of(List.of(day));
        var columns = new ArrayList<Column>();
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < logins.size(); i++) {
            var login = logins.get(i);
            var own = entries.stream()
                    .filter(entry -> entry.users().contains(login))
                    .toList();
            columns.add(new Column(day, login, axis.missing(day), blocks(axis, day, own)));
            for (var entry : own) {
                var reach = AgendaDays.of(entry);
                if (isOfDays(entry)
                        && !reach.first().isAfter(day)
                        && !reach.last().isBefore(day)) {
                    bars.add(new Bar(
                            entry,
                            i,
                            1,
                            0,
                            reach.first().equals(day),
                            reach.last().equals(day)));
                }
            }
        }
        return new TimeGrid(axis, columns, inRows(bars));
    }

    private static int distance(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }

    private static List<Bar> inRows(List<Bar> bars) {
        var places = Lanes.of(bars.stream()
                .map(bar -> new Lanes.Reach(bar.column(), bar.column() + bar.span()))
                .toList());
        var placed = new ArrayList<Bar>();
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            placed.add(
                    new Bar(bar.entry(), bar.column(), bar.span(), places.get(i).lane(), bar.begins(), bar.ends()));
        }
        return placed;
    }

    private static List<Block> blocks(TimeAxis axis, LocalDate day, List<AgendaEntry> entries) {
        var opens = day.atStartOfDay(Formats.ZONE).toInstant();
        var closes = day.plusDays(1).atStartOfDay(Formats.ZONE).toInstant();
        var blocks = new ArrayList<Block>();
        for (var entry : entries) {
            var end = entry.end() == null ? entry.start() : entry.end();
            boolean begins = !entry.start().isBefore(opens);
            boolean touches = entry.start().isBefore(closes) && (begins || end.isAfter(opens));
            if (touches && !isOfDays(entry)) {
                blocks.add(block(axis, entry, begins, opens, !end.isAfter(closes), end));
            }
        }
        var places = Lanes.of(blocks.stream()
                .map(block -> new Lanes.Reach(block.from(), block.to()))
                .toList());
        var placed = new ArrayList<Block>();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var place = places.get(i);
            placed.add(new Block(
                    block.entry(),
                    block.from(),
                    block.to(),
                    place.lane(),
                    place.lanes(),
                    block.begins(),
                    block.ends()));
        }
        return placed;
    }

    private static Block block(
            TimeAxis axis, AgendaEntry entry, boolean begins, Instant opens, boolean ends, Instant end) {
        var first = (begins ? entry.start() : opens).atZone(Formats.ZONE);
        var last = end.atZone(Formats.ZONE);
        int from = axis.minute(first);
        int to = ends && last.toLocalDate().equals(first.toLocalDate()) ? axis.minute(last) : axis.length();
        int drawn = Math.min(axis.length(), Math.max(to, from + SHORTEST));
        return new Block(entry, Math.min(from, drawn - SHORTEST), drawn, 0, 1, begins, ends);
    }

    public List<Column> getColumns() {
        return columns;
    }

    public List<Bar> getBars() {
        return bars;
    }

    /** How many rows the bars take. */
    public int getBarRows() {
        return bars.stream().mapToInt(bar -> bar.row() + 1).max().orElse(0);
    }

    public List<TimeAxis.Row> getRows() {
        return axis.rows();
    }

    public int getLength() {
        return axis.length();
    }
}
