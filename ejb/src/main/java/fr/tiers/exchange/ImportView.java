package fr.tiers.exchange;

import fr.tiers.job.JobExecution;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An import as it is read.
 *
 * @param rows of the file, without the header
 * @param header names of the columns
 * @param sample the first rows
 * @param counts rows by result (CREATED, UPDATED, UNCHANGED, DUPLICATE, ERROR, CHANGED), and WRITTEN, REVERTED, KEPT
 * @param run the last one; null before the first
 */
public record ImportView(
        long id,
        long version,
        String fileName,
        long size,
        long rows,
        List<String> header,
        List<List<String>> sample,
        ImportSettings settings,
        Status status,
        Map<String, Long> counts,
        JobExecution run,
        String createdBy,
        Instant createdAt)
        implements Serializable {

    /** How far an import is. */
    public enum Status {
        MAPPING,
        SIMULATING,
        SIMULATION_STOPPED,
        SIMULATED,
        RUNNING,
        RUN_STOPPED,
        DONE,
        REVERTING,
        REVERT_STOPPED,
        REVERTED;

        static Status of(String phase, JobExecution run) {
            if (run == null || "MAPPING".equals(phase)) {
                return MAPPING;
            }
            boolean active = run.status().isActive();
            boolean complete = "COMPLETED".equals(run.status().name());
            return switch (phase) {
                case "SIMULATION" -> active ? SIMULATING : complete ? SIMULATED : SIMULATION_STOPPED;
                case "RUN" -> active ? RUNNING : complete ? DONE : RUN_STOPPED;
                default -> active ? REVERTING : complete ? REVERTED : REVERT_STOPPED;
            };
        }

        public boolean isActive() {
            return this == SIMULATING || this == RUNNING || this == REVERTING;
        }

        /** Whether the meaning of the columns may still change. */
        public boolean isOpen() {
            return this == MAPPING || this == SIMULATION_STOPPED || this == SIMULATED;
        }

        /** Whether something was written that can be taken back. */
        public boolean isRevertible() {
            return this == RUN_STOPPED || this == DONE;
        }
    }

    /** How many rows are of a kind. */
    public long count(String kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
