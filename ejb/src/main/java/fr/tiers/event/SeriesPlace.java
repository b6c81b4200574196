package fr.tiers.event;

import java.time.Instant;

/**
 * Which event of a series an event is.
 *
 * @param series id
 * @param occurrence when the rule has it
 * @param author login of whoever started the series
 */
public record SeriesPlace(long series, Instant occurrence, String author) {}
