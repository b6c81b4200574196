package fr.tiers.sample;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes indexes away while millions of rows come in and builds them afterwards: a fraction of the time. What is unique stays, and so does
 * what the filling itself reads. Each definition is kept in the transaction that drops it, so an interrupted run loses none.
 */
final class ScaleIndexes {

    static final List<String> TABLES = List.of(
            "tier",
            "tier_function",
            "tier_company",
            "tier_agency",
            "tier_collaborator",
            "tier_function_block",
            "tier_tag",
            "contact",
            "contact_link",
            "address",
            "geocoding",
            "event",
            "event_participant",
            "history_entry");

    /** Read while the quality of what was just written is counted. */
    private static final List<String> NEEDED = List.of("contact_link_tier", "event_tier");

    record Aside(String name, String table, String definition) {}

    private ScaleIndexes() {}

    static void setAside(Handle handle) {
        handle.createUpdate(
                        """
                        insert into sample.index_aside (name, table_name, definition)
                        select c.relname, t.relname, pg_get_indexdef(i.indexrelid)
                        from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
                        where t.oid = any(array(select n::regclass::oid from unnest(:tables) n)) and not i.indisunique and i.indisvalid
                          and not c.relname = any(:needed) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
                        on conflict do nothing
                        """)
                .bindArray("tables", String.class, TABLES)
                .bindArray("needed", String.class, NEEDED)
                .execute();
        for (var index : aside(handle)) {
            handle.execute("drop index if exists \"" + index.name() + '"');
        }
    }

    /** @return the largest tables first: two of them at once end at about the same time */
    static List<Aside> aside(Handle handle) {
        return handle.createQuery(
                        """
                        select name, table_name, definition from sample.index_aside
                        order by pg_table_size(table_name::regclass) desc, definition not like '%gin%', name
                        """)
                .map((row, context) ->
                        new Aside(row.getString("name"), row.getString("table_name"), row.getString("definition")))
                .list();
    }

    /** In a transaction of its own. */
    static void build(Handle handle, Aside index) {
        handle.execute("set local maintenance_work_mem = '512MB'");
        boolean missing = handle.createQuery("select to_regclass(:name) is null")
                .bind("name", '"' + index.name() + '"')
                .mapTo(Boolean.class)
                .one();
        if (missing) {
            handle.execute(index.definition());
        }
        handle.execute("delete from sample.index_aside where name = ?", index.name());
    }
}
