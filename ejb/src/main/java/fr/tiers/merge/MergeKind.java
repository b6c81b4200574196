package fr.tiers.merge;

import fr.tiers.history.History;

/** A kind of records that can be merged, as the ledger and the engine need to know it. */
public interface MergeKind {

    /** Name in the ledger. */
    String name();

    /** Table of the records; becomes part of the SQL. Also what a missing one is called. */
    String table();

    /** Whether the record exists for the caller. */
    boolean sees(long id);

    /** What has been found out about the record is asked anew. */
    void forget(long id);

    /** @throws fr.tiers.kernel.BusinessException NOT_FOUND, FORBIDDEN for who may not take the merge back */
    void requireUndo(MergeRun run);

    /** The sources of a run are there again: to be written in the logs, and told to whoever copies them. */
    void undone(MergeRun run, History.Author author);
}
