package fr.tiers.calendar;

import fr.tiers.event.EventKind;
import fr.tiers.kernel.Checks;
import java.io.Serializable;

/**
 * How and when somebody is reminded as a rule. The times are minutes before the start; null for no reminder.
 *
 * @param other of events that are none of these
 */
public record ReminderPreference(
        boolean onScreen, boolean byMail, Integer call, Integer meeting, Integer task, Integer other)
        implements Serializable {

    /** Four weeks. */
    static final int LONGEST = 40_320;

    /** Of somebody who has not said otherwise. */
    public static final ReminderPreference USUAL = new ReminderPreference(true, true, 15, 15, null, null);

    Integer of(EventKind kind) {
        return switch (kind) {
            case CALL -> call;
            case MEETING -> meeting;
            case TASK -> task;
            case EMAIL, NOTE -> other;
        };
    }

    void check() {
        var checks = new Checks();
        check(checks, "call", call);
        check(checks, "meeting", meeting);
        check(checks, "task", task);
        check(checks, "other", other);
        checks.refuse();
    }

    static void check(Checks checks, String field, Integer minutes) {
        checks.holds(minutes == null || minutes >= 0 && minutes <= LONGEST, field, "out-of-range", 0, LONGEST);
    }
}
