package fr.tiers.timeline;

import fr.tiers.kernel.Checks;
import java.time.Instant;
import java.util.Set;

/**
 * Which part of the stream; null means all of it.
 *
 * @param kind EVENT, CHANGE, or of these only MAIL (events that are e-mails) or DOCUMENT (changes of documents)
 * @param type code of a type of events: changes are left out
 * @param author login
 * @param from not before
 * @param to before
 */
public record TimelineFilter(String kind, String type, String author, Instant from, Instant to) {

    public static final TimelineFilter ALL = new TimelineFilter(null, null, null, null, null);

    /** Everything of a kind. */
    public static TimelineFilter kind(String kind) {
        return new TimelineFilter(kind, null, null, null, null);
    }

    /** @throws fr.tiers.kernel.BusinessException INVALID on {@code kind} */
    void check() {
        new Checks()
                .oneOf("kind", kind, Set.of("EVENT", "CHANGE", "MAIL", "DOCUMENT"))
                .refuse();
    }
}
