package fr.tiers.calendar;

import java.io.Serializable;
import java.time.Instant;

/**
 * A reminder on the screen.
 *
 * @param type code of the event's type
 * @param start of the event
 * @param minutes how long before
 */
public record ReminderView(
        long id,
        long event,
        String type,
        String kind,
        String subject,
        Instant start,
        boolean allDay,
        int minutes,
        String place)
        implements Serializable {}
