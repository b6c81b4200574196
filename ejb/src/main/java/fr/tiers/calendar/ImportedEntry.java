package fr.tiers.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One entry of a calendar from elsewhere, or one occurrence of an entry that comes again and again.
 *
 * @param uid its name there, with the occurrence where there are several
 */
public record ImportedEntry(
        String uid,
        String subject,
        String body,
        Instant start,
        Instant end,
        boolean allDay,
        String place,
        String onlineLink)
        implements Serializable {

    /** The same for the same content, whoever asks. */
    String fingerprint() {
        return Secrets.hash(String.join(
                        "\u0001",
                        subject,
                        String.valueOf(body),
                        start.toString(),
                        String.valueOf(end),
                        String.valueOf(allDay),
                        Objects.toString(place),
                        Objects.toString(onlineLink)))
                .substring(0, 32);
    }
}
