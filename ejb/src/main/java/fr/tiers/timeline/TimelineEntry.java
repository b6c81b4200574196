package fr.tiers.timeline;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One thing that happened: an event somebody noted, or what somebody changed in one go.
 *
 * @param kind EVENT or CHANGE
 * @param id of the event; of the last line of the change log
 * @param type CALL, MEETING … of an event; {@code tier.UPDATE}, {@code contact.CREATE} … of a change
 * @param title subject of an event; null for a change
 * @param code of an event that the system itself has noted, for the title in the reader's language; else null
 * @param fields names of the fields that changed; empty for an event
 * @param author login
 * @param planned whether it still lies ahead
 * @param look of the type of an event; null for a change
 */
public record TimelineEntry(
        String kind,
        long id,
        Instant at,
        String type,
        String title,
        String code,
        List<String> fields,
        String author,
        boolean planned,
        Look look)
        implements Serializable {

    /**
     * How a type of events is called and shown.
     *
     * @param icon name of a PrimeIcon
     */
    public record Look(String labelFr, String labelEn, String icon) implements Serializable {

        public String label(String language) {
            return "en".equals(language) ? labelEn : labelFr;
        }
    }
}
