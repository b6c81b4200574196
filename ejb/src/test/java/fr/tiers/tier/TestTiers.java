package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.TestDatabase;

/** Tiers as rows, for tests of what hangs on them. */
public final class TestTiers {

    private TestTiers() {}

    /** The lists as somebody sees them. */
    public static TierSearch search(TestDatabase database, Callers callers) {
        var search = new TierSearch();
        search.db = database.db();
        search.callers = callers;
        search.customFields = new FieldSearch(TestCustomFields.of(database, new TierFieldOwner()));
        return search;
    }

    public static void unit(TestDatabase database, long id) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into sales_unit (id, code, name) values (?, ?, ?)", id, "U" + id, "Unit " + id));
    }

    public static void tier(TestDatabase database, long id, Long unit) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                insert into tier (id, code, kind, name, status, sales_unit_id, created_at, created_by, updated_at, updated_by)
                values (?, ?, 'COMPANY', ?, 'ACTIVE', ?, now(), 'test', now(), 'test')
                """,
                        id,
                        "C" + id,
                        "Tier " + id,
                        unit));
    }
}
