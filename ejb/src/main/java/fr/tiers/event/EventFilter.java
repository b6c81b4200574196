package fr.tiers.event;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which events a list shows; null asks for nothing.
 *
 * @param q words of the subject or of what custom fields say
 * @param tier id
 * @param contact id of whom it is about, or who takes part
 * @param address id
 * @param type code
 * @param open true for what is planned or in progress
 * @param author login
 * @param assignee login
 * @param unassigned true for what nobody has taken yet
 * @param group code
 * @param from start not before
 * @param to start before
 * @param dueTo tasks due on this day or before
 * @param custom conditions about custom fields
 */
public record EventFilter(
        String q,
        Long tier,
        Long contact,
        Long address,
        String type,
        EventKind kind,
        EventState state,
        Boolean open,
        String author,
        String assignee,
        Boolean unassigned,
        String group,
        Instant from,
        Instant to,
        LocalDate dueTo,
        List<FieldFilter> custom) {

    public static final EventFilter NONE = new EventFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public EventFilter {
        q = Checks.trim(q);
        custom = custom == null ? List.of() : List.copyOf(custom);
    }
}
