package fr.tiers.agenda.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Series;
import fr.tiers.event.SeriesScope;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;

/** What one does with an entry of the agenda: look at it, move it, stretch it, say that it is done or off, and take that back. */
@Named("agendaActions")
@ViewScoped
public class AgendaActions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DAYS = 400;

    private final Events events;
    private final Series series;
    private final AgendaPage page;
    private final AgendaWords words;
    private final Refusals refusals;
    private EventView opened;
    private LocalDateTime start;
    private LocalDateTime end;
    private EventView before;
    private long undoVersion;
    private String told;
    private Asked asked;

    protected AgendaActions() {
        this(null, null, null, null, null);
    }

    @Inject
    public AgendaActions(Events events, Series series, AgendaPage page, AgendaWords words, Refusals refusals) {
        this.events = events;
        this.series = series;
        this.page = page;
        this.words = words;
        this.refusals = refusals;
    }

    /**
     * What waits for the answer of how much of a series it is for.
     *
     * @param command null to call off
     */
    private record Asked(EventView event, long version, EventCommand command) implements Serializable {}

    // --- what the script sends

    private static OptionalLong id(String name) {
        var text = Faces.getRequestParameter(name);
        return text != null && text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static OptionalInt number(String name) {
        var text = Faces.getRequestParameter(name);
        return text != null && text.matches("-?\\d{1,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** Opens the panel of an entry. */
    public void show() {
        forgetUndo();
        opened = null;
        id("id").ifPresent(id -> refusals.guard(() -> open(events.get(id))));
        PrimeFaces.current().ajax().addCallbackParam("agendaEntry", opened != null);
    }

    private void open(EventView event) {
        opened = event;
        start = local(event.start());
        end = event.end() == null ? null : local(event.end());
    }

    /** So many days further, and to another time if one is said: where the entry was dropped; allDay says that it left hours or days. */
    public void move() {
        var id = id("id");
        var version = id("version");
        int days = number("days").orElse(0);
        if (id.isPresent() && version.isPresent() && Math.abs(days) <= MAX_DAYS) {
            guard(() -> {
                var event = events.get(id.getAsLong());
                var from = event.start().atZone(Formats.ZONE);
                var day = from.toLocalDate().plusDays(days);
                var minute = number("minute");
                var allDay = Faces.getRequestParameter("allDay");
                var to = minute.isPresent()
                        ? page.axis().time(day, minute.getAsInt())
                        : day.atTime(from.toLocalTime()).atZone(Formats.ZONE);
                put(
                        event,
                        version.getAsLong(),
                        "true".equals(allDay)
                                ? AgendaMoves.toDay(event, day)
                                : "false".equals(allDay)
                                        ? AgendaMoves.toHours(event, to)
                                        : AgendaMoves.to(event, to.toInstant(), movedEnd(event, days, to.toInstant())));
            });
        }
    }

    /** Days stay days when the clocks change in between; hours stay hours. */
    private static Instant movedEnd(EventView event, int days, Instant to) {
        if (event.end() == null) {
            return null;
        }
        return event.allDay()
                ? event.end().atZone(Formats.ZONE).plusDays(days).toInstant()
                : to.plus(Duration.between(event.start(), event.end()));
    }

    /** To another end, on the day of the column where its edge was let go. */
    public void stretch() {
        var id = id("id");
        var version = id("version");
        var minute = number("minute");
        var day = Faces.getRequestParameter("day");
        if (id.isPresent()
                && version.isPresent()
                && minute.isPresent()
                && day != null
                && day.matches("\\d{4}-\\d\\d-\\d\\d")) {
            guard(() -> {
                var event = events.get(id.getAsLong());
                var to = page.axis()
                        .time(LocalDate.parse(day), minute.getAsInt())
                        .toInstant();
                put(event, version.getAsLong(), AgendaMoves.to(event, event.start(), to));
            });
        }
    }

    // --- the panel

    /** To the times that were typed. */
    public void moveTo() {
        guard(() -> put(
                opened,
                opened.version(),
                AgendaMoves.to(
                        opened,
                        start == null
                                ? opened.start()
                                : start.atZone(Formats.ZONE).toInstant(),
                        end == null ? null : end.atZone(Formats.ZONE).toInstant())));
    }

    public void done() {
        change(EventState.DONE, "agenda.told.done");
    }

    public void cancel() {
        if (isOfSeries(opened)) {
            ask(new Asked(opened, opened.version(), null));
            return;
        }
        change(EventState.CANCELLED, "agenda.told.cancelled");
    }

    private void change(EventState state, String told) {
        guard(() -> remember(opened, events.changeState(opened.id(), opened.version(), state), told));
    }

    private void put(EventView event, long version, EventCommand wished) {
        if (isOfSeries(event)) {
            ask(new Asked(event, version, wished));
            return;
        }
        remember(event, events.update(event.id(), version, wished), "agenda.told.moved");
    }

    // --- of a series: one, it and the following, or all

    private static boolean isOfSeries(EventView event) {
        return event.series() != null && event.series().occurrence() != null;
    }

    private void ask(Asked question) {
        asked = question;
        PrimeFaces.current().ajax().addCallbackParam("agendaScope", true);
    }

    /** Does what was asked for, as far as was chosen. */
    public void decide(SeriesScope scope) {
        var question = asked;
        asked = null;
        if (question != null) {
            guard(() -> decide(question, scope));
        }
    }

    private void decide(Asked question, SeriesScope scope) {
        var event = question.event();
        if (question.command() == null) {
            series.cancel(event.id(), question.version(), scope);
        } else {
            series.update(event.id(), question.version(), question.command(), scope);
        }
        var key = question.command() == null ? "agenda.told.cancelled" : "agenda.told.moved";
        remember(event, events.get(event.id()), key);
        if (scope != SeriesScope.THIS) {
            before = null;
        }
    }

    /** What is being asked about; null when nothing is. */
    public EventView getAsked() {
        return asked == null ? null : asked.event();
    }

    public boolean isAskedToMove() {
        return asked != null && asked.command() != null;
    }

    /** Whether the last can be taken back here: a change of many events cannot. */
    public boolean isUndoable() {
        return before != null;
    }

    // --- taking back

    private void remember(EventView was, EventView now, String key) {
        before = was;
        undoVersion = now.version();
        told = Functions.text2(key, now.subject(), words.when(now));
        opened = null;
    }

    private void forgetUndo() {
        before = null;
        told = null;
    }

    /** As it was before. */
    public void undo() {
        var was = before;
        if (was != null) {
            guard(() -> events.update(was.id(), undoVersion, was.command()));
            forgetUndo();
        }
    }

    /** What is shown is read anew either way: a refused move is seen where it was. */
    private void guard(Runnable action) {
        forgetUndo();
        asked = null;
        boolean went = refusals.guard(action);
        page.forget();
        if (asked == null) {
            PrimeFaces.current().ajax().addCallbackParam("agendaChanged", went);
        }
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Formats.ZONE);
    }

    public EventView getOpened() {
        return opened;
    }

    public boolean isEditable() {
        return opened != null && events.mayEdit(opened);
    }

    /** What has been done, with the offer to take it back. */
    public String getTold() {
        return told;
    }

    public LocalDateTime getStart() {
        return start;
    }

    public void setStart(LocalDateTime start) {
        this.start = start;
    }

    public LocalDateTime getEnd() {
        return end;
    }

    public void setEnd(LocalDateTime end) {
        this.end = end;
    }
}
