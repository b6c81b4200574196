package fr.tiers.job;

/** States of a run. A failed or stopped one can be restarted and goes on where it was. */
public enum JobStatus {
    STARTING,
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED;

    public boolean isActive() {
        return this == STARTING || this == RUNNING;
    }
}
