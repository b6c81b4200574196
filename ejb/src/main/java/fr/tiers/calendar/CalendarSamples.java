package fr.tiers.calendar;

import fr.tiers.access.Callers;
import fr.tiers.event.EventFilter;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventList;
import fr.tiers.event.EventSort;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Participant.Answer;
import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateSamples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Templates of reminders and invitations are looked at with an event of their kind. */
@ApplicationScoped
public class CalendarSamples implements TemplateSamples {

    private static final Map<String, EventKind> REMINDERS = Map.of(
            CalendarVocabulary.CALL_REMINDER, EventKind.CALL,
            CalendarVocabulary.MEETING_REMINDER, EventKind.MEETING,
            CalendarVocabulary.TASK_REMINDER, EventKind.TASK);

    private final EventList list;
    private final Events events;
    private final Callers callers;
    private final String url;

    protected CalendarSamples() {
        this(null, null, null, "");
    }

    @Inject
    public CalendarSamples(
            EventList list,
            Events events,
            Callers callers,
            @ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers") String url) {
        this.list = list;
        this.events = events;
        this.callers = callers;
        this.url = url;
    }

    @Override
    public Set<String> purposes() {
        return Set.of(
                CalendarVocabulary.EVENT_REMINDER,
                CalendarVocabulary.TASK_REMINDER,
                CalendarVocabulary.MEETING_REMINDER,
                CalendarVocabulary.CALL_REMINDER,
                CalendarVocabulary.MEETING_MOVED,
                CalendarVocabulary.GUEST_ADDED,
                CalendarVocabulary.GUEST_REMOVED,
                CalendarVocabulary.MEETING_CANCELLED,
                CalendarVocabulary.GUEST_ANSWERED);
    }

    @Override
    public List<TemplateSample> find(String purpose, String words, int limit) {
        var kind = CalendarVocabulary.EVENT_REMINDER.equals(purpose)
                ? null
                : REMINDERS.getOrDefault(purpose, EventKind.MEETING);
        var filter = new EventFilter(
                words, null, null, null, null, kind, null, null, null, null, null, null, null, null, null, null);
        return list.page(filter, EventSort.Order.LATEST_FIRST, null, limit).items().stream()
                .map(event -> new TemplateSample(
                        event.id(), EventWords.start(event.start(), event.allDay()) + " · " + event.subject()))
                .toList();
    }

    @Override
    public Map<String, String> values(String purpose, long id, String language) {
        var event = events.get(id);
        var reader = callers.current().displayName();
        var organiser = event.assigneeName() == null ? event.author() : event.assigneeName();
        var values = InvitationMail.values(
                event, new GuestList.Organiser(event.assignee(), organiser, null, language, null), reader, language);
        values.put("event.link", EventLinks.of(url, id));
        values.put("answer.link", EventLinks.answer(url, "…", language));
        values.put("tier.name", event.tierName() == null ? "—" : event.tierName());
        values.put("guest.name", guest(event));
        values.put("guest.answer", InvitationMail.words(Answer.ACCEPTED, language));
        return values;
    }

    private static String guest(EventView event) {
        return event.contactName() == null ? "—" : event.contactName();
    }
}
