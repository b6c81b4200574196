package fr.tiers.event;

import fr.tiers.kernel.Checks;
import java.io.Serializable;
import java.util.Locale;

/**
 * Somebody who takes part beside the assignee: exactly one of login, contact and e-mail says who.
 *
 * @param user login of a colleague
 * @param contactId somebody at a tier
 * @param email of anybody else
 * @param name of somebody known by e-mail alone; of the others it is told, never taken
 * @param answer NEEDS_ACTION, ACCEPTED, TENTATIVE or DECLINED; NEEDS_ACTION when absent
 */
public record Participant(String user, Long contactId, String email, String name, Answer answer)
        implements Serializable {

    /** What an invitation was answered with, in the words of RFC 5545. */
    public enum Answer {
        NEEDS_ACTION,
        ACCEPTED,
        TENTATIVE,
        DECLINED
    }

    public Participant {
        user = Checks.trim(user);
        email = Checks.trim(email);
        name = Checks.trim(name);
        answer = answer == null ? Answer.NEEDS_ACTION : answer;
    }

    public static Participant user(String login) {
        return new Participant(login, null, null, null, null);
    }

    public static Participant contact(long id) {
        return new Participant(null, id, null, null, null);
    }

    public static Participant guest(String email, String name) {
        return new Participant(null, null, email, name, null);
    }

    /** Whether both speak of the same somebody. */
    public boolean isSame(Participant other) {
        return key().equals(other.key());
    }

    /** Names somebody among the participants of an event. */
    public String key() {
        return user != null
                ? "user " + user
                : contactId != null
                        ? "contact " + contactId
                        : "email " + String.valueOf(email).toLowerCase(Locale.ROOT);
    }

    boolean namesOne() {
        return (user == null ? 0 : 1) + (contactId == null ? 0 : 1) + (email == null ? 0 : 1) == 1;
    }
}
