package fr.tiers.recurrence.web;

import fr.tiers.kernel.Checks;
import fr.tiers.recurrence.Frequency;
import fr.tiers.recurrence.Rule;
import fr.tiers.shell.web.Functions;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule while it is being written, for the fragment {@code WEB-INF/event/recurrence.xhtml}. The form around it tells the first day by
 * {@link #startOn}.
 */
public class RecurrenceForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PREVIEWED = 5;
    private static final String BY_WEEKDAY = "WEEKDAY";
    private static final String UNTIL = "UNTIL";
    private static final String COUNT = "COUNT";

    private LocalDate start;
    private String frequency = "";
    private Integer interval = 1;
    private String[] weekdays = {};
    private String monthly = "DAY";
    private Integer dayOfMonth;
    private Integer month;
    private String end = "NEVER";
    private LocalDate until;
    private Integer count;

    /** @param day of the first event, which a new rule goes by */
    public RecurrenceForm(LocalDate day) {
        startOn(day);
    }

    /** A rule that is there already. */
    public RecurrenceForm(LocalDate day, Rule rule) {
        this(day);
        frequency = rule.frequency().name();
        interval = rule.interval();
        dayOfMonth = rule.dayOfMonth();
        month = rule.month();
        monthly = rule.nth() == null ? "DAY" : BY_WEEKDAY;
        if (rule.frequency() == Frequency.WEEKLY) {
            weekdays = rule.weekdays().stream().map(DayOfWeek::name).toArray(String[]::new);
        }
        until = rule.until();
        count = rule.count();
        end = until != null ? UNTIL : count != null ? COUNT : "NEVER";
    }

    /** Until somebody ticks other weekdays, that of the first day is ticked. */
    public final void startOn(LocalDate day) {
        boolean untouched = start == null
                || weekdays.length == 1
                        && weekdays[0].equals(start.getDayOfWeek().name());
        if (day != null && !day.equals(start)) {
            weekdays = untouched ? new String[] {day.getDayOfWeek().name()} : weekdays;
            dayOfMonth = null;
            month = null;
        }
        start = day == null ? start : day;
    }

    /** @return null for something that does not come again */
    public Rule toRule() {
        if (frequency == null || frequency.isEmpty()) {
            return null;
        }
        var what = Frequency.valueOf(frequency);
        boolean byWeekday = what == Frequency.MONTHLY && BY_WEEKDAY.equals(monthly) && start != null;
        boolean byDay = !byWeekday && (what == Frequency.MONTHLY || what == Frequency.YEARLY);
        return new Rule(
                what,
                interval,
                what == Frequency.WEEKLY ? ticked() : byWeekday ? Set.of(start.getDayOfWeek()) : Set.of(),
                byWeekday ? Integer.valueOf(Rule.nthOf(start)) : null,
                byDay ? dayOfMonth : null,
                what == Frequency.YEARLY ? month : null,
                UNTIL.equals(end) ? until : null,
                COUNT.equals(end) ? count : null);
    }

    private Set<DayOfWeek> ticked() {
        return Stream.of(weekdays).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }

    public boolean isRepeating() {
        return frequency != null && !frequency.isEmpty();
    }

    /** The next days in words; none while the rule is not right yet. */
    public List<String> getPreview() {
        var rule = toRule();
        var checks = new Checks();
        if (rule == null || start == null) {
            return List.of();
        }
        rule.check(start, checks);
        if (!checks.violations().isEmpty()) {
            return List.of();
        }
        var words = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale());
        return rule.days(start).limit(PREVIEWED).map(words::format).toList();
    }

    /** What "the same weekday of the month" means for the first day. */
    public String getNthWords() {
        if (start == null) {
            return "";
        }
        var weekday = Functions.text("contact.day." + start.getDayOfWeek());
        return Functions.text1("recurrence.nth." + Rule.nthOf(start), weekday.toLowerCase(locale()));
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** What "the same day of the month" means for the first day. */
    public String getDayWords() {
        var day = dayOfMonth != null ? dayOfMonth : start == null ? null : Integer.valueOf(start.getDayOfMonth());
        return day == null ? "" : Functions.text1("recurrence.day", day);
    }

    public List<String> getFrequencies() {
        return Stream.of(Frequency.values()).map(Frequency::name).toList();
    }

    public List<String> getAllWeekdays() {
        return Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toList();
    }

    public String getFrequency() {
        return frequency;
    }

    public void setFrequency(String frequency) {
        this.frequency = frequency;
    }

    public Integer getInterval() {
        return interval;
    }

    public void setInterval(Integer interval) {
        this.interval = interval;
    }

    public String[] getWeekdays() {
        return weekdays.clone();
    }

    public void setWeekdays(String[] weekdays) {
        this.weekdays = weekdays == null ? new String[0] : weekdays.clone();
    }

    public String getMonthly() {
        return monthly;
    }

    public void setMonthly(String monthly) {
        this.monthly = monthly;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }
}
