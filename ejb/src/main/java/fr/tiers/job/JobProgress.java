package fr.tiers.job;

/**
 * What one chunk adds to a run.
 *
 * @param partition its number
 * @param from the position before the chunk
 * @param to the position after it
 * @param read items taken up; written and skipped together
 * @param unchanged of those written, how many were found as they are already
 */
public record JobProgress(int partition, long from, long to, long read, long written, long unchanged, long skipped) {}
