package fr.tiers.event;

import java.time.Instant;

/**
 * Something that happened with a tier, or is planned to.
 *
 * @param type CALL, EMAIL, NOTE, MEETING or TASK
 * @param author login
 */
public record EventView(
        long id, String type, String subject, String body, Instant start, String author, Instant createdAt) {}
