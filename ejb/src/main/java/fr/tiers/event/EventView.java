package fr.tiers.event;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened, or is planned to.
 *
 * @param type code of its {@link EventType}
 * @param kind of the type
 * @param tierId null when it is about no tier
 * @param tierName null as well when the tier is not the caller's to see
 * @param author login
 * @param updatedAt of the last change; null when there was none
 * @param updatedBy login
 * @param contactId whom it is about, null for nobody in particular
 * @param contactName first and last name of that person
 * @param addressName label or town of the address
 * @param assignee login; null when nobody has it
 * @param group code; null when it is in no group's queue
 * @param call null unless it is a call; likewise meeting and task
 * @param code what the system itself has noted, like CONVERTED_TO_CUSTOMER; null for what somebody wrote
 * @param arguments of the code: the tier's code and its former one, if it has changed
 * @param custom values of custom fields by code
 * @param uid its name in calendars
 * @param sequence how often date, place or people have changed, as calendars count
 * @param series null for an event that stands alone
 */
public record EventView(
        long id,
        long version,
        String type,
        EventKind kind,
        Long tierId,
        String tierName,
        String subject,
        String body,
        Instant start,
        Instant end,
        boolean allDay,
        EventState state,
        String author,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy,
        Long contactId,
        String contactName,
        Long addressId,
        String addressName,
        String assignee,
        String assigneeName,
        String group,
        boolean privateEntry,
        boolean readOnly,
        EventCommand.Call call,
        EventCommand.Meeting meeting,
        EventCommand.Task task,
        String code,
        List<String> arguments,
        Map<String, Object> custom,
        UUID uid,
        int sequence,
        InSeries series)
        implements Serializable {

    /**
     * Which event of which series it is.
     *
     * @param id of the series
     * @param occurrence when the rule has it; null for what the rule no longer has
     * @param exception changed by itself: what changes the series leaves it alone
     */
    public record InSeries(long id, Instant occurrence, boolean exception) implements Serializable {}

    /** What has to be sent to leave everything as it is. */
    public EventCommand command() {
        return new EventCommand(
                type,
                subject,
                body,
                start,
                end,
                allDay,
                contactId,
                addressId,
                state,
                assignee,
                group,
                privateEntry,
                readOnly,
                call,
                meeting,
                task,
                custom);
    }
}
