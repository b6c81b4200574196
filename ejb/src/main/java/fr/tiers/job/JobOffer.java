package fr.tiers.job;

import java.time.Instant;

/**
 * A job that can be started.
 *
 * @param schedule the setting: {@code HH:mm} or five fields of cron; null when it does not start by itself
 * @param nextStart when the clock starts it next, null when it does not
 */
public record JobOffer(String name, String schedule, Instant nextStart) {}
