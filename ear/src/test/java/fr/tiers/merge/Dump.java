package fr.tiers.merge;

import fr.tiers.it.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands in the database, to be compared before and after. */
final class Dump {

    /** Logs, ledgers, and what others do meanwhile. */
    private static final String APART =
            """
            'flyway_schema_history', 'merge_run', 'merge_row', 'merge_source', 'merged_record', 'history_entry', 'idempotency_key',
            'numbering_counter', 'bell', 'notification', 'job_instance', 'job_execution', 'step_execution', 'partition_execution',
            'job_run', 'job_partition', 'access_token', 'document_chunk', 'quality_score', 'schedule_heartbeat'
            """;

    private Dump() {}

    static long lines(Map<String, List<String>> dump) {
        return dump.values().stream().mapToLong(List::size).sum();
    }

    /** Every row of every table, by table; what is said of a merge among the events and happenings is its log. */
    static Map<String, List<String>> of(Sql sql) {
        var tables = new TreeSet<>(sql.texts(
                "select tablename from pg_tables where schemaname = 'public' and tablename not in (" + APART + ")"));
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> sql.texts(
                                """
                                select (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e
                                        where not merge_ignores('%1$s', e.key))::text
                                from public.%1$s t
                                where coalesce(to_jsonb(t) ->> 'code', '') not in ('MERGED', 'MERGE_UNDONE', 'TIER_MODIFIED') order by 1
                                """
                                        .formatted(table)),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
