package fr.tiers.event.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import fr.tiers.timeline.web.TimelineOfTier;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.omnifaces.util.Messages;

/** The events of the tier, and the form for one more. */
@Named("eventsOfTier")
@ViewScoped
public class EventsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Events events;
    private final TierRecordView record;
    private final Refusals refusals;
    private final Clock clock;
    private transient List<EventView> rows;
    private String type = "CALL";
    private String subject;
    private String body;
    private LocalDateTime start;

    protected EventsOfTier() {
        this(null, null, null, null);
    }

    @Inject
    public EventsOfTier(Events events, TierRecordView record, Refusals refusals, Clock clock) {
        this.events = events;
        this.record = record;
        this.refusals = refusals;
        this.clock = clock;
    }

    public List<EventView> getRows() {
        if (rows == null) {
            rows = events.ofTier(record.getId());
        }
        return rows;
    }

    public List<String> getTypes() {
        return List.of("CALL", "EMAIL", "MEETING", "NOTE", "TASK");
    }

    public String icon(String eventType) {
        return TimelineOfTier.icon(eventType);
    }

    public boolean isPlanned(EventView event) {
        return event.start().isAfter(clock.instant());
    }

    public String add() {
        var when = start == null ? null : start.atZone(Formats.ZONE).toInstant();
        var command = new EventCommand(type, subject, body, when);
        if (!refusals.guard(() -> events.add(record.getId(), command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("event.added", subject));
        return record.openTabUrl("event");
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    /** Now, unless the user says otherwise. */
    public LocalDateTime getStart() {
        if (start == null) {
            start = LocalDateTime.now(clock.withZone(Formats.ZONE)).truncatedTo(ChronoUnit.MINUTES);
        }
        return start;
    }

    public void setStart(LocalDateTime start) {
        this.start = start;
    }
}
