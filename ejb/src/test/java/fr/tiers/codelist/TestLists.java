package fr.tiers.codelist;

import fr.tiers.kernel.Db;

/** Administered lists without a container. */
public final class TestLists {

    private TestLists() {}

    public static <L extends CodeList<?>> L on(Db db, L list) {
        list.db = db;
        return list;
    }
}
