package fr.tiers.event;

import fr.tiers.kernel.Checks;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An event to note.
 *
 * @param start now when left empty
 * @param contactId somebody at the tier whom it is about; null for nobody in particular
 * @param custom values of custom fields by code
 */
public record EventCommand(
        String type, String subject, String body, Instant start, Long contactId, Map<String, Object> custom) {

    static final Set<String> TYPES = Set.of("CALL", "EMAIL", "NOTE", "MEETING", "TASK");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public EventCommand {
        type = Checks.trim(type);
        subject = Checks.trim(subject);
        body = Checks.trim(body);
        // a value may be null: that empties the field
        custom = custom == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    }

    /** About nobody in particular. */
    public EventCommand(String type, String subject, String body, Instant start) {
        this(type, subject, body, start, null, null);
    }

    /** @param checks collects what is wrong */
    void check(Checks checks) {
        checks.required("type", type)
                .oneOf("type", type, TYPES)
                .required("subject", subject)
                .text("subject", subject)
                .text("body", body, Checks.MAX_LONG_TEXT)
                .holds(
                        start == null || start.isAfter(EARLIEST) && start.isBefore(LATEST),
                        "start",
                        "out-of-range",
                        1900,
                        2200);
    }
}
