package fr.tiers.calendar.web;

import fr.tiers.calendar.Guest;
import fr.tiers.calendar.Invitations;
import fr.tiers.calendar.Reminders;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * Reminders and invitations of one event, for the fragments {@code WEB-INF/calendar/reminder.xhtml} and {@code invitation.xhtml}. The
 * event is the one that the page's parameter {@code id} names; without a good one both stay empty.
 */
@Named("eventCalendar")
@ViewScoped
public class EventCalendarView implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Events events;
    private final Reminders reminders;
    private final Invitations invitations;
    private final Refusals refusals;
    private boolean loaded;
    private EventView event;
    private Reminders.OfEvent own;
    private Invitations.OfEvent invited;
    private Integer first;
    private Integer second;
    private boolean send;

    protected EventCalendarView() {
        this(null, null, null, null);
    }

    @Inject
    public EventCalendarView(Events events, Reminders reminders, Invitations invitations, Refusals refusals) {
        this.events = events;
        this.reminders = reminders;
        this.invitations = invitations;
        this.refusals = refusals;
    }

    private void load() {
        if (!loaded) {
            loaded = true;
            Refusals.refusalOf(this::read);
        }
    }

    private void read() {
        var read = events.get(Params.id("event", Faces.getRequestParameter("id")));
        show(reminders.of(read.id()));
        show(invitations.of(read.id()));
        event = read;
    }

    private void show(Reminders.OfEvent state) {
        own = state;
        first = state.minutes().isEmpty() ? null : state.minutes().get(0);
        second = state.minutes().size() < 2 ? null : state.minutes().get(1);
    }

    private void show(Invitations.OfEvent state) {
        invited = state;
        send = state.send();
    }

    public void remind() {
        var wished = Stream.of(first, second).filter(each -> each != null).toList();
        if (refusals.guard(() -> show(reminders.choose(event.id(), wished)))) {
            Messages.addGlobalInfo(Functions.text("calendar.reminder.saved"));
        }
    }

    public void usual() {
        refusals.guard(() -> show(reminders.forget(event.id())));
    }

    public void invite() {
        if (refusals.guard(() -> show(invitations.choose(event.id(), send)))) {
            Messages.addGlobalInfo(Functions.text(send ? "calendar.invitation.on" : "calendar.invitation.off"));
        } else {
            send = invited.send();
        }
    }

    public boolean isFound() {
        load();
        return event != null;
    }

    public boolean isRemindable() {
        return isFound() && own.possible();
    }

    public boolean isInvitable() {
        return isFound() && event.meeting() != null;
    }

    public EventView getEvent() {
        load();
        return event;
    }

    public Reminders.OfEvent getOwn() {
        return own;
    }

    public Invitations.OfEvent getInvited() {
        return invited;
    }

    public List<Guest> getGuests() {
        return invited == null ? List.of() : invited.guests();
    }

    public Integer getFirst() {
        return first;
    }

    public void setFirst(Integer first) {
        this.first = first;
    }

    public Integer getSecond() {
        return second;
    }

    public void setSecond(Integer second) {
        this.second = second;
    }

    public boolean isSend() {
        return send;
    }

    public void setSend(boolean send) {
        this.send = send;
    }
}
