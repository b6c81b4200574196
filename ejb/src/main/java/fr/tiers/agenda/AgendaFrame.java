package fr.tiers.agenda;

import fr.tiers.event.EventKind;
import fr.tiers.kernel.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of whose agendas is asked for.
 *
 * @param from begin of the frame
 * @param to end of the frame, not in it any more
 * @param users logins
 * @param kinds calls, meetings and tasks when empty
 * @param cancelled whether what was called off is shown as well
 */
public record AgendaFrame(Instant from, Instant to, List<String> users, Set<EventKind> kinds, boolean cancelled) {

    public static final Set<EventKind> USUAL_KINDS = Set.of(EventKind.CALL, EventKind.MEETING, EventKind.TASK);

    /** So many people's agendas at once at most. */
    public static final int MAX_USERS = 50;

    private static final int MAX_DAYS = 100;

    public AgendaFrame {
        users = List.copyOf(new LinkedHashSet<>(users));
        kinds = kinds.isEmpty() ? USUAL_KINDS : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** @throws fr.tiers.kernel.BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .required("from", from)
                .required("to", to)
                .holds(from == null || to == null || from.isBefore(to), "to", "before-start")
                .holds(
                        from == null
                                || to == null
                                || !to.isAfter(from) // said above
                                || Duration.between(from, to).compareTo(Duration.ofDays(MAX_DAYS)) <= 0,
                        "to",
                        "too-many",
                        MAX_DAYS)
                .holds(!users.isEmpty(), "users", "required")
                .holds(users.size() <= MAX_USERS, "users", "too-many", MAX_USERS)
                .refuse();
    }
}
