package fr.tiers.job;

import java.time.Instant;
import java.util.Map;

/**
 * A run as the batch engine needs it.
 *
 * @param lease proof that this node has the run; older than the ledger's once another node took it over
 * @param startedAt when it was first started; a resume does not change it
 * @param attempts resumes in a row without progress
 */
public record JobRun(
        long id, String job, long lease, Map<String, String> parameters, Instant startedAt, int attempts) {}
