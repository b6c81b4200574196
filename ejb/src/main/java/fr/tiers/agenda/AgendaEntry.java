package fr.tiers.agenda;

import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An event in the agendas of some people. Of what the caller may not see only the time is told: then {@code busy} holds and everything
 * beside users, start, end and allDay is null or false.
 *
 * @param users logins of those among the asked-for in whose agenda it is
 * @param busy whether the time is taken by something that is not the caller's to see
 * @param editable whether the caller may change it
 * @param type code of its type
 * @param end null for what has no length
 * @param allDay whether only the days count; of a task without a slot the day it is due
 * @param tierId null as well when the tier is not the caller's to see
 */
public record AgendaEntry(
        Long id,
        Long version,
        List<String> users,
        boolean busy,
        boolean editable,
        EventKind kind,
        String type,
        String subject,
        Instant start,
        Instant end,
        boolean allDay,
        EventState state,
        boolean privateEntry,
        Long tierId,
        String tierName,
        String place)
        implements Serializable {

    static AgendaEntry taken(List<String> users, Instant start, Instant end, boolean allDay) {
        return new AgendaEntry(
                null, null, users, true, false, null, null, null, start, end, allDay, null, false, null, null, null);
    }
}
