package fr.tiers.job;

/**
 * A stretch of ids that one thread works through.
 *
 * @param toId included
 * @param position the last id done, or one below the first
 */
public record JobPartition(int number, long fromId, long toId, long position) {}
