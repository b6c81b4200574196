package fr.tiers.agenda.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/** How much of the time is on the screen at once. */
public enum AgendaScope {
    DAY("d"),
    WORKWEEK("o"),
    WEEK("w"),
    MONTH("m"),
    LIST("l");

    private static final int WORKED_DAYS = 5;
    private static final int DAYS = 7;

    private final String key;

    AgendaScope(String key) {
        this.key = key;
    }

    /** What one presses to get there. */
    public String getKey() {
        return key;
    }

    /** The word for it in the URL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null for what is none */
    static AgendaScope of(String code) {
        for (var scope : values()) {
            if (scope.code().equals(code)) {
                return scope;
            }
        }
        return null;
    }

    /** The days that are shown when a day is looked at. */
    public List<LocalDate> days(LocalDate date) {
        var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (this) {
            case DAY -> List.of(date);
            case WORKWEEK -> monday.datesUntil(monday.plusDays(WORKED_DAYS)).toList();
            case LIST -> date.datesUntil(date.plusDays(DAYS)).toList();
            case WEEK -> monday.datesUntil(monday.plusDays(DAYS)).toList();
            case MONTH -> date.withDayOfMonth(1)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .datesUntil(date.with(TemporalAdjusters.lastDayOfMonth())
                            .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                            .plusDays(1))
                    .toList();
        };
    }

    /** @param by 1 for what follows, -1 for what comes before */
    public LocalDate step(LocalDate date, int by) {
        return switch (this) {
            case DAY -> date.plusDays(by);
            case WORKWEEK, WEEK, LIST -> date.plusWeeks(by);
            case MONTH -> date.withDayOfMonth(1).plusMonths(by);
        };
    }
}
