package fr.tiers.agenda.web;

import fr.tiers.agenda.AgendaDays;
import fr.tiers.agenda.AgendaEntry;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.web.EventLabels;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.omnifaces.util.Faces;

/** How the agenda reads. */
@Named("agendaWords")
@RequestScoped
public class AgendaWords {

    private static final String DASH = " – ";

    private final EventLabels labels;

    protected AgendaWords() {
        this(null);
    }

    @Inject
    public AgendaWords(EventLabels labels) {
        this.labels = labels;
    }

    private static String format(String pattern, LocalDate date) {
        return DateTimeFormatter.ofPattern(pattern, Faces.getLocale()).format(date);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(Formats.ZONE));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Formats.ZONE).toLocalDate();
    }

    /** lundi 23 novembre 2026 */
    public String day(LocalDate date) {
        return format("EEEE d MMMM yyyy", date);
    }

    /** lun. */
    public String weekday(LocalDate date) {
        return format("EEE", date);
    }

    /** lundi 23 novembre */
    public String dayOfYear(LocalDate date) {
        return format("EEEE d MMMM", date);
    }

    /** What is on the screen, as its title says it. */
    public String title(AgendaPage page) {
        var days = page.getDays();
        return switch (page.getScope()) {
            case DAY -> day(page.getDate());
            case MONTH -> format("MMMM yyyy", page.getDate());
            default -> period(days.get(0), days.get(days.size() - 1));
        };
    }

    private static String period(LocalDate first, LocalDate last) {
        var from = first.getYear() != last.getYear()
                ? "d MMMM yyyy"
                : first.getMonth() == last.getMonth() ? "d" : "d MMMM";
        return format(from, first) + DASH + format("d MMMM yyyy", last);
    }

    /** The hour of a row; the second one of its name says so. */
    public String hour(TimeAxis.Row row) {
        var hour = "%d h".formatted(row.hour());
        return row.again() ? hour + " (" + Functions.text("agenda.again") + ')' : hour;
    }

    /** When it begins on its day; the days of what lasts longer. */
    public String begin(AgendaEntry entry) {
        var days = AgendaDays.of(entry);
        if (TimeGrid.isOfDays(entry) && !days.first().equals(days.last())) {
            return period(days);
        }
        return entry.allDay() ? Functions.text("agenda.allDay") : time(entry.start());
    }

    /** What follows {@link #begin} where there is room for it: when it ends. */
    public String until(AgendaEntry entry) {
        return entry.end() == null || TimeGrid.isOfDays(entry) ? "" : '–' + time(entry.end());
    }

    private static String period(AgendaDays days) {
        return format("d/MM", days.first()) + '–' + format("d/MM", days.last());
    }

    /** When an event is, with its day. */
    public String when(EventView event) {
        var first = dayOfYear(day(event.start()));
        if (event.allDay()) {
            var days = AgendaDays.of(event.start(), event.end());
            return days.first().equals(days.last()) ? first : first + DASH + dayOfYear(days.last());
        }
        var from = first + ", " + time(event.start());
        if (event.end() == null) {
            return from;
        }
        var sameDay = day(event.start()).equals(day(event.end()));
        return from + DASH + (sameDay ? "" : dayOfYear(day(event.end())) + ", ") + time(event.end());
    }

    /** What an entry is called: its subject, or that the time is taken. */
    public String subject(AgendaEntry entry) {
        return entry.busy() ? Functions.text("agenda.busy") : entry.subject();
    }

    /**
     * The look of an entry: the colour of its person among several, else that of its type; what is over or called off is quieter.
     *
     * @param login in whose column it stands; null when everybody's entries stand together
     */
    public String look(AgendaPage page, AgendaEntry entry, String login) {
        if (entry.busy()) {
            return "agenda-taken " + (page.isSeveral() ? hue(page, entry, login) : "");
        }
        var tone = page.isSeveral() ? hue(page, entry, login) : "tone-" + labels.pill(entry.type());
        return switch (entry.state()) {
            case CANCELLED -> tone + " agenda-off";
            case DONE -> tone + " agenda-done";
            default -> tone;
        };
    }

    private static String hue(AgendaPage page, AgendaEntry entry, String login) {
        return "agenda-hue-"
                + page.hue(
                        login == null || login.isEmpty()
                                ? page.shownUsers(entry).get(0)
                                : login);
    }

    public String icon(AgendaEntry entry) {
        if (entry.busy()) {
            return "pi-lock";
        }
        return entry.kind() == EventKind.TASK && entry.state().isOpen() ? "pi-stop" : labels.icon(entry.type());
    }

    /** Those whose entry it is, where several people are shown. */
    public String names(AgendaPage page, AgendaEntry entry) {
        return page.isSeveral()
                ? page.shownUsers(entry).stream()
                        .map(page::name)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                : "";
    }

    /** Who takes part in an event: name, or what is known of somebody. */
    public List<String> people(EventView event) {
        return event.meeting() == null
                ? List.of()
                : event.meeting().participants().stream().map(AgendaWords::who).toList();
    }

    private static String who(Participant participant) {
        return participant.name() == null || participant.name().isBlank() ? participant.email() : participant.name();
    }
}
