package fr.tiers.calendar;

import fr.tiers.mail.TemplateVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.HashSet;
import java.util.Set;

/** What the templates of reminders and invitations may use. */
@ApplicationScoped
public class CalendarVocabulary {

    static final String EVENT_REMINDER = "EVENT_REMINDER";
    static final String TASK_REMINDER = "TASK_REMINDER";
    static final String MEETING_REMINDER = "MEETING_REMINDER";
    static final String CALL_REMINDER = "CALL_REMINDER";
    static final String MEETING_MOVED = "MEETING_MOVED";
    static final String MEETING_CHANGED = "MEETING_CHANGED";
    static final String GUEST_ADDED = "GUEST_ADDED";
    static final String GUEST_REMOVED = "GUEST_REMOVED";
    static final String MEETING_CANCELLED = "MEETING_CANCELLED";
    static final String GUEST_ANSWERED = "GUEST_ANSWERED";

    private static final Set<String> COMMON = Set.of(
            "reader.name",
            "event.subject",
            "event.body",
            "event.start",
            "event.time",
            "event.place",
            "event.onlineLink",
            "organiser.name");

    private record Words(String purpose, Set<String> tokens) implements TemplateVocabulary {

        static Words of(String purpose, String... more) {
            var tokens = new HashSet<>(COMMON);
            tokens.addAll(Set.of(more));
            return new Words(purpose, Set.copyOf(tokens));
        }

        static Words reminder(String purpose) {
            return of(purpose, "event.link", "tier.name");
        }
    }

    @Produces
    @Dependent
    TemplateVocabulary eventReminder() {
        return Words.reminder(EVENT_REMINDER);
    }

    @Produces
    @Dependent
    TemplateVocabulary taskReminder() {
        return Words.reminder(TASK_REMINDER);
    }

    @Produces
    @Dependent
    TemplateVocabulary meetingReminder() {
        return Words.reminder(MEETING_REMINDER);
    }

    @Produces
    @Dependent
    TemplateVocabulary callReminder() {
        return Words.reminder(CALL_REMINDER);
    }

    @Produces
    @Dependent
    TemplateVocabulary meetingMoved() {
        return Words.of(MEETING_MOVED, "answer.link");
    }

    @Produces
    @Dependent
    TemplateVocabulary meetingChanged() {
        return Words.of(MEETING_CHANGED, "answer.link");
    }

    @Produces
    @Dependent
    TemplateVocabulary guestAdded() {
        return Words.of(GUEST_ADDED, "answer.link");
    }

    @Produces
    @Dependent
    TemplateVocabulary guestRemoved() {
        return Words.of(GUEST_REMOVED);
    }

    @Produces
    @Dependent
    TemplateVocabulary meetingCancelled() {
        return Words.of(MEETING_CANCELLED);
    }

    @Produces
    @Dependent
    TemplateVocabulary guestAnswered() {
        return Words.of(GUEST_ANSWERED, "event.link", "guest.name", "guest.answer");
    }
}
