package fr.tiers.event;

import fr.tiers.kernel.Checks;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is written of an event. The kind of its type decides which of call, meeting and task it may have.
 *
 * @param type code of an {@link EventType}
 * @param start now when left empty; of a task without a slot the day it is due
 * @param end null for something without a length
 * @param allDay whether only the days count; false when absent
 * @param contactId somebody at the tier whom it is about; null for nobody in particular
 * @param addressId an address of the tier where it happens or which it is about
 * @param state when absent: planned when it lies ahead, else done
 * @param assignee login of whose agenda it is in, or who is to do it; the caller when absent, nobody when a group has it
 * @param group code of the group whose members may take it
 * @param privateEntry others see that the time is taken, not by what; false when absent
 * @param readOnly only author and assignee may change it; false when absent
 * @param custom values of custom fields by code
 */
public record EventCommand(
        String type,
        String subject,
        String body,
        Instant start,
        Instant end,
        Boolean allDay,
        Long contactId,
        Long addressId,
        EventState state,
        String assignee,
        String group,
        Boolean privateEntry,
        Boolean readOnly,
        Call call,
        Meeting meeting,
        Task task,
        Map<String, Object> custom) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MAX_PARTICIPANTS = 1_000;
    private static final int MINUTES_OF_A_DAY = 1_440;

    public EventCommand {
        type = Checks.trim(type);
        subject = Checks.trim(subject);
        body = Checks.trim(body);
        assignee = Checks.trim(assignee);
        group = Checks.trim(group);
        allDay = Boolean.TRUE.equals(allDay);
        privateEntry = Boolean.TRUE.equals(privateEntry);
        readOnly = Boolean.TRUE.equals(readOnly);
        // a value may be null: that empties the field
        custom = custom == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    }

    /**
     * How a call went.
     *
     * @param direction IN or OUT
     * @param minutes how long it took
     * @param phone the number
     * @param outcome REACHED, NO_ANSWER, VOICEMAIL, CALL_BACK or REFUSED
     */
    public record Call(String direction, Integer minutes, String phone, String outcome) implements Serializable {

        static final Set<String> DIRECTIONS = Set.of("IN", "OUT");
        static final Set<String> OUTCOMES = Set.of("REACHED", "NO_ANSWER", "VOICEMAIL", "CALL_BACK", "REFUSED");
        static final Call NONE = new Call(null, null, null, null);

        public Call {
            direction = Checks.trim(direction);
            phone = Checks.trim(phone);
            outcome = Checks.trim(outcome);
        }
    }

    /**
     * Where a meeting is and who takes part.
     *
     * @param onlineLink web address
     * @param participants beside the assignee; nobody when absent
     */
    public record Meeting(String place, String onlineLink, List<Participant> participants) implements Serializable {

        static final Meeting NONE = new Meeting(null, null, null);

        public Meeting {
            place = Checks.trim(place);
            onlineLink = Checks.trim(onlineLink);
            // null items are kept for the check to name them
            participants = participants == null ? List.of() : participants;
        }
    }

    /**
     * By when a task is to be done.
     *
     * @param dueOn null when it does not matter
     * @param priority NORMAL when absent
     */
    public record Task(LocalDate dueOn, Priority priority) implements Serializable {

        static final Task NONE = new Task(null, null);

        public Task {
            priority = priority == null ? Priority.NORMAL : priority;
        }
    }

    /** About nobody in particular. */
    public EventCommand(String type, String subject, String body, Instant start) {
        this(type, subject, body, start, null, null);
    }

    /** Without what only some kinds have. */
    public EventCommand(
            String type, String subject, String body, Instant start, Long contactId, Map<String, Object> custom) {
        this(
                type, subject, body, start, null, null, contactId, null, null, null, null, null, null, null, null, null,
                custom);
    }

    Call callOrNone() {
        return call == null ? Call.NONE : call;
    }

    Meeting meetingOrNone() {
        return meeting == null ? Meeting.NONE : meeting;
    }

    Task taskOrNone() {
        return task == null ? Task.NONE : task;
    }

    /**
     * @param kind of the type; null when there is no such type
     * @param checks collects what is wrong
     */
    void check(EventKind kind, Checks checks) {
        checks.required("type", type)
                .holds(type == null || kind != null, "type", "unknown-value", type)
                .required("subject", subject)
                .text("subject", subject)
                .text("body", body, Checks.MAX_LONG_TEXT)
                .holds(isInTime(start), "start", "out-of-range", 1900, 2200)
                .holds(isInTime(end), "end", "out-of-range", 1900, 2200)
                .holds(start == null || end == null || !end.isBefore(start), "end", "before-start")
                .holds(call == null || kind == null || kind == EventKind.CALL, "call", "not-of-kind", kind)
                .holds(meeting == null || kind == null || kind == EventKind.MEETING, "meeting", "not-of-kind", kind)
                .holds(task == null || kind == null || kind == EventKind.TASK, "task", "not-of-kind", kind);
        checkCall(checks);
        checkMeeting(checks);
        checks.day("task.dueOn", taskOrNone().dueOn());
    }

    private void checkCall(Checks checks) {
        var given = callOrNone();
        checks.oneOf("call.direction", given.direction(), Call.DIRECTIONS)
                .oneOf("call.outcome", given.outcome(), Call.OUTCOMES)
                .phone("call.phone", given.phone())
                .holds(
                        given.minutes() == null || given.minutes() >= 0 && given.minutes() <= MINUTES_OF_A_DAY,
                        "call.minutes",
                        "out-of-range",
                        0,
                        MINUTES_OF_A_DAY);
    }

    private void checkMeeting(Checks checks) {
        var given = meetingOrNone();
        var people = given.participants();
        checks.text("meeting.place", given.place())
                .text("meeting.onlineLink", given.onlineLink(), 2_000)
                .holds(isWeb(given.onlineLink()), "meeting.onlineLink", "url-shape")
                .holds(people.size() <= MAX_PARTICIPANTS, "meeting.participants", "too-many", MAX_PARTICIPANTS);
        boolean complete = people.stream().allMatch(each -> each != null && each.namesOne());
        checks.holds(complete, "meeting.participants", "required");
        if (complete) {
            people.forEach(each ->
                    checks.email("meeting.participants", each.email()).text("meeting.participants", each.name()));
            checks.holds(
                    people.stream().map(Participant::key).distinct().count() == people.size(),
                    "meeting.participants",
                    "duplicate");
        }
    }

    private static boolean isInTime(Instant time) {
        return time == null || time.isAfter(EARLIEST) && time.isBefore(LATEST);
    }

    private static boolean isWeb(String text) {
        if (text == null) {
            return true;
        }
        try {
            var uri = new URI(text);
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
