package fr.tiers.job;

import jakarta.ejb.ApplicationException;

/** Another node has taken the run over, or it was ended: whoever gets this must not write any more. */
@ApplicationException(rollback = true)
public class LostRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostRunException(long runId) {
        super("run " + runId + " is no longer ours");
    }
}
