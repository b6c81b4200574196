package fr.tiers.bulk;

import fr.tiers.bulk.BulkJob.Phase;
import fr.tiers.job.JobExecution;
import fr.tiers.job.JobStatus;

/** How far a bulk action is. */
public enum BulkStatus {
    PLANNING,
    PLAN_STOPPED,
    PLANNED,
    RUNNING,
    RUN_STOPPED,
    DONE,
    UNDOING,
    UNDO_STOPPED,
    UNDONE;

    /** @param run the last one; null when its record is gone, which it is only long after its end */
    static BulkStatus of(Phase phase, JobExecution run) {
        boolean active = run != null && run.status().isActive();
        boolean complete = run == null || run.status() == JobStatus.COMPLETED;
        return switch (phase) {
            case PLAN -> active ? PLANNING : complete ? PLANNED : PLAN_STOPPED;
            case RUN -> active ? RUNNING : complete ? DONE : RUN_STOPPED;
            case UNDO -> active ? UNDOING : complete ? UNDONE : UNDO_STOPPED;
        };
    }

    public boolean isActive() {
        return this == PLANNING || this == RUNNING || this == UNDOING;
    }

    /** Whether it was cut short and can go on. */
    public boolean isStopped() {
        return this == PLAN_STOPPED || this == RUN_STOPPED || this == UNDO_STOPPED;
    }

    /** Whether something was written that can be taken back. */
    boolean isRun() {
        return this == RUN_STOPPED || this == DONE;
    }
}
