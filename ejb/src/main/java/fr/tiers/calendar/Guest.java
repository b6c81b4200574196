package fr.tiers.calendar;

import fr.tiers.event.Participant.Answer;
import java.io.Serializable;
import java.time.Instant;

/**
 * A participant as somebody to write to.
 *
 * @param email null for somebody who cannot be written to
 * @param state whether he or she has been told
 * @param sentAt of the last mail; null when there was none
 */
public record Guest(String name, String email, State state, Answer answer, Instant sentAt, Instant answeredAt)
        implements Serializable {

    /** How far an invitation has come. */
    public enum State {
        NOT_INVITED,
        INVITED,
        NO_ADDRESS
    }
}
