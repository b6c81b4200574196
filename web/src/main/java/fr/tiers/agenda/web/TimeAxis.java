package fr.tiers.agenda.web;

import fr.tiers.shell.web.Formats;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours that stand beside the days of a grid. When one of the days has an hour twice, because summer time ends, the axis has it twice
 * as well; on a day that lacks an hour, or does not have it twice, that row is void. Minutes are counted along the axis.
 */
final class TimeAxis {

    static final int HOUR = 60;

    private static final int HOURS = 24;

    private final ZoneOffsetTransition doubled;
    private final List<LocalDate> days;

    private TimeAxis(List<LocalDate> days, ZoneOffsetTransition doubled) {
        this.days = days;
        this.doubled = doubled;
    }

    static TimeAxis of(List<LocalDate> days) {
        var doubled = days.stream()
                .map(TimeAxis::change)
                .filter(change -> change != null && change.isOverlap())
                .findFirst()
                .orElse(null);
        return new TimeAxis(days, doubled);
    }

    /** The change of the clocks on a day, if there is one. */
    private static ZoneOffsetTransition change(LocalDate day) {
        var change = Formats.ZONE
                .getRules()
                .nextTransition(day.atStartOfDay(Formats.ZONE).toInstant().minusNanos(1));
        return change != null && change.getDateTimeBefore().toLocalDate().equals(day) ? change : null;
    }

    /**
     * A row of the axis.
     *
     * @param again whether it is the second one of this name
     */
    public record Row(int minute, int hour, boolean again) implements Serializable {}

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int hour = 0; hour < HOURS; hour++) {
            rows.add(new Row(rows.size() * HOUR, hour, false));
            if (doubled != null && hour == doubledHour()) {
                rows.add(new Row(rows.size() * HOUR, hour, true));
            }
        }
        return rows;
    }

    int length() {
        return (doubled == null ? HOURS : HOURS + 1) * HOUR;
    }

    private int doubledHour() {
        return doubled.getDateTimeAfter().getHour();
    }

    private boolean isDoubled(LocalDate day) {
        return doubled != null && doubled.getDateTimeBefore().toLocalDate().equals(day);
    }

    /** Where on the axis a time of its day stands. */
    int minute(ZonedDateTime time) {
        int minute = time.getHour() * HOUR + time.getMinute();
        if (doubled == null || time.getHour() < doubledHour()) {
            return minute;
        }
        boolean first = time.getHour() == doubledHour()
                && !(isDoubled(time.toLocalDate()) && time.getOffset().equals(doubled.getOffsetAfter()));
        return first ? minute : minute + HOUR;
    }

    /** The time that stands there on a day; the end of the axis is the next midnight. */
    ZonedDateTime time(LocalDate day, int minute) {
        if (minute >= length()) {
            return day.plusDays(1).atStartOfDay(Formats.ZONE);
        }
        boolean later = doubled != null && minute >= (doubledHour() + 1) * HOUR;
        var local = LocalTime.ofSecondOfDay((later ? minute - HOUR : minute) * 60L);
        boolean again = later && minute < (doubledHour() + 2) * HOUR && isDoubled(day);
        ZoneOffset offset = again ? doubled.getOffsetAfter() : null;
        return ZonedDateTime.ofLocal(day.atTime(local), Formats.ZONE, offset);
    }

    /** The row that a day of the grid does not have: its minute; -1 when it has them all. */
    int missing(LocalDate day) {
        var change = change(day);
        if (change != null && change.isGap()) {
            return change.getDateTimeBefore().getHour() * HOUR;
        }
        return doubled == null || isDoubled(day) || !days.contains(day) ? -1 : (doubledHour() + 1) * HOUR;
    }
}
