package fr.tiers.event;

import java.util.UUID;

/**
 * Fired in the transaction in which a series as a whole changes, ends or goes, after all its events have followed.
 *
 * @param uid its name in calendars
 * @param first the event that has just become the first of this series; null for a series that was there before
 */
public record SeriesChanged(long id, UUID uid, Long first) {}
