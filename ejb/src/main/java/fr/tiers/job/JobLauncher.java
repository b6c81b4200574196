package fr.tiers.job;

import java.util.List;

/** What runs jobs. Implemented where the batch engine is, as an EJB with this as its local view. */
public interface JobLauncher {

    /** Whether a job of this name exists. */
    boolean offers(String job);

    /** The jobs there are, in the order they are shown. */
    List<JobOffer> offers();

    /**
     * Starts an execution that continues where the ledger says the run is. Called outside any transaction.
     *
     * @return the engine's id of the execution
     */
    long launch(JobRun run);

    /** Tells a run on this node to stop; nothing happens when it runs elsewhere or not at all. */
    void stop(long runId);
}
