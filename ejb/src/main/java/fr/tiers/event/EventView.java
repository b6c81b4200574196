package fr.tiers.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened with a tier, or is planned to.
 *
 * @param type CALL, EMAIL, NOTE, MEETING or TASK
 * @param author login
 * @param contactId whom it is about, null for nobody in particular
 * @param contactName first and last name of that person
 * @param code what the system itself has noted: CONVERTED_TO_CUSTOMER or CONVERTED_TO_PROSPECT; null for what somebody wrote
 * @param arguments of the code: the tier's code and its former one, if it has changed
 * @param custom values of custom fields by code
 */
public record EventView(
        long id,
        String type,
        String subject,
        String body,
        Instant start,
        String author,
        Instant createdAt,
        Long contactId,
        String contactName,
        String code,
        List<String> arguments,
        Map<String, Object> custom) {}
