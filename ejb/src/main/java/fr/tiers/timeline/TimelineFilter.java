package fr.tiers.timeline;

import fr.tiers.kernel.Checks;
import java.util.Set;

/**
 * Which part of the stream; null means all of it.
 *
 * @param kind EVENT or CHANGE
 * @param author login
 */
public record TimelineFilter(String kind, String author) {

    public static final TimelineFilter ALL = new TimelineFilter(null, null);

    /** @throws fr.tiers.kernel.BusinessException INVALID on {@code kind} */
    void check() {
        new Checks().oneOf("kind", kind, Set.of("EVENT", "CHANGE")).refuse();
    }
}
