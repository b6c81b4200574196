package fr.tiers.bulk;

import java.util.Map;

/**
 * What a run works on.
 *
 * @param login in whose name
 */
public record BulkJob(Phase phase, long bulkId, String login) {

    /** Name of the job. */
    public static final String NAME = "tier-bulk";

    /** So many bulk actions are under way at once, on all nodes; each needs two of the engine's threads. */
    static final int LANES = 3;

    /** The three runs of a bulk action, in their order. */
    public enum Phase {
        PLAN,
        RUN,
        UNDO
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
