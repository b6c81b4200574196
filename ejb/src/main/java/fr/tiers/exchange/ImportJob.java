package fr.tiers.exchange;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run works on.
 *
 * @param login in whose name
 */
public record ImportJob(Phase phase, long importId, String login) {

    /** The three runs of an import, in their order. */
    public enum Phase {
        SIMULATION("tier-import-simulation"),
        RUN("tier-import"),
        REVERT("tier-import-revert");

        private final String job;

        Phase(String job) {
            this.job = job;
        }

        /** Name of the job. */
        public String job() {
            return job;
        }
    }

    /** @param parameters as {@link #parameters} made them */
    public static ImportJob of(String job, Map<String, String> parameters) {
        var phase = Stream.of(Phase.values())
                .filter(each -> each.job().equals(job))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(job + " is no job of imports"));
        return new ImportJob(phase, Long.parseLong(parameters.get("import")), parameters.get("as"));
    }

    static Map<String, String> parameters(long importId, String login) {
        return Map.of("import", String.valueOf(importId), "as", login);
    }
}
