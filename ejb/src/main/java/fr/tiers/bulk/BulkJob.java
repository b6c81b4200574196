package fr.tiers.bulk;

import java.util.Map;

/**
 * What a run works on.
 *
 * @param login in whose name
 */
public record BulkJob(Phase phase, long bulkId, String login) {

    /** So many plans and so many runs are under way at once, on all nodes; each needs two of the engine's ten threads. */
    static final int LANES = 2;

    /** The three runs of a bulk action, in their order. */
    public enum Phase {
        PLAN("tier-bulk-plan"),
        RUN("tier-bulk"),
        UNDO("tier-bulk");

        private final String job;

        Phase(String job) {
            this.job = job;
        }

        /** Name of the job. */
        String job() {
            return job;
        }
    }

    /** @param parameters as {@link #parameters} made them */
    public static BulkJob of(Map<String, String> parameters) {
        return new BulkJob(
                Phase.valueOf(parameters.get("phase")), Long.parseLong(parameters.get("bulk")), parameters.get("as"));
    }

    static Map<String, String> parameters(Phase phase, long bulkId, String login) {
        return Map.of("phase", phase.name(), "bulk", String.valueOf(bulkId), "as", login);
    }
}
