package fr.tiers.history;

import fr.tiers.kernel.TestDatabase;
import java.util.List;

/** What the change log holds, for tests of features that write to it. */
public final class ChangeLogFixture {

    private ChangeLogFixture() {}

    /** @return the newest first */
    public static List<HistoryRow> lines(TestDatabase database, long tierId) {
        return new HistoryRows(database.db()).page(tierId, HistoryFilter.ALL, Long.MAX_VALUE, 1_000);
    }
}
