package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.quality.QualityDemo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScaleFillTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ClockProducer.ZONE);
    private static final int TIERS = 300;
    private static final int EVENTS = 1_500;
    private static final int CHUNK = 40;
    private static final long KEEP_INDEXES = Long.MAX_VALUE;

    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        fill(database, TIERS, EVENTS, KEEP_INDEXES);
    }

    private static void fill(TestDatabase into, long tiers, long events, long manyRows) {
        new ScaleFill(into.dataSource()::getConnection, CLOCK, line -> {}, 2, CHUNK, manyRows).to(tiers, events);
    }

    /** What stands in each table, whatever order it was written in; numbers that two connections take in turn left out. */
    private static Map<String, String> content(TestDatabase of) {
        var content = new TreeMap<String, String>();
        for (var table : ScaleIndexes.TABLES) {
            content.put(
                    table,
                    text(
                            of,
                            """
                            select count(*) || ' ' || coalesce(md5(string_agg(r, ',' order by r)), '')
                            from (select (to_jsonb(t) - case when '%1$s' in ('geocoding') then 'id' else '' end)::text as r from %1$s t) x
                            """
                                    .formatted(table)));
        }
        content.put(
                "counters", text(of, "select string_agg(c::text, ',' order by rule_code) from numbering_counter c"));
        return content;
    }

    private static String text(TestDatabase of, String sql) {
        return of.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static long number(String sql) {
        return Long.parseLong(text(database, sql));
    }

    private static String indexes(TestDatabase of) {
        return text(
                of,
                "select string_agg(indexdef, E'\\n' order by indexname) from pg_indexes where schemaname = 'public'");
    }

    @Test
    void theSameOrderOnceMoreChangesNothing() {
        var before = content(database);
        fill(database, TIERS, EVENTS, KEEP_INDEXES);
        assertThat(content(database)).isEqualTo(before);
    }

    @Test
    void whatWasInterruptedGoesOnToTheSameRowsAndIndexes() {
        var other = TestDatabase.fresh();
        other.jdbi().useHandle(handle -> {
            handle.execute(
                    """
                    create function stop() returns trigger language plpgsql as $$ begin raise 'interrupted'; end $$;
                    create trigger stop before insert on tier for each row when (new.code = 'T000450') execute function stop()
                    """);
        });
        assertThatThrownBy(() -> fill(other, TIERS, EVENTS, 0)).hasMessageContaining("interrupted");
        assertThat(text(other, "select count(*) from sample.chunk")).isNotEqualTo("0");
        assertThat(text(other, "select count(*) from sample.index_aside")).isNotEqualTo("0");
        other.jdbi().useHandle(handle -> handle.execute("drop function stop cascade"));
        fill(other, TIERS, EVENTS, 0);
        assertThat(content(other)).isEqualTo(content(database));
        assertThat(indexes(other)).isEqualTo(indexes(database));
    }

    @Test
    void aLargerOrderAddsWhatIsMissing() {
        var other = TestDatabase.fresh();
        fill(other, 100, 0, KEEP_INDEXES);
        fill(other, TIERS, EVENTS, KEEP_INDEXES);
        assertThat(text(other, "select count(*) from tier")).isEqualTo(text(database, "select count(*) from tier"));
        assertThat(text(other, "select count(*) from event")).isEqualTo(text(database, "select count(*) from event"));
        assertThat(text(other, "select md5(string_agg(code || name, ',' order by code)) from tier"))
                .isEqualTo(text(database, "select md5(string_agg(code || name, ',' order by code)) from tier"));
    }

    @Test
    void itComesToWhatWasOrderedBesideTheDemonstration() {
        assertThat(number("select count(*) from tier")).isEqualTo(DemoData.TIERS + TIERS);
        var demo = TestDatabase.fresh();
        fill(demo, 0, 0, KEEP_INDEXES);
        assertThat(number("select count(*) from event") - Long.parseLong(text(demo, "select count(*) from event")))
                .isEqualTo(EVENTS);
    }

    @Test
    void theQualityIsWhatTheJobCounts() {
        var scores = "select md5(string_agg(id || ' ' || quality || ' ' || quality_max, ',' order by id)) from tier";
        var before = text(database, scores);
        database.jdbi().useHandle(handle -> QualityDemo.count(handle, CLOCK));
        assertThat(text(database, scores)).isEqualTo(before);
    }

    @Test
    void codesAreUniqueAndTheCounterIsBeyondThem() {
        assertThat(number("select count(*) - count(distinct code) from tier")).isZero();
        assertThat(number("select last_value from numbering_counter where rule_code = 'TIER'"))
                .isEqualTo(number("select max(substr(code, 2)::bigint) from tier"));
        for (var function : List.of("CUSTOMER", "SUPPLIER")) {
            assertThat(number("select last_value from numbering_counter where rule_code = '" + function + "_ACCOUNT'"))
                    .isGreaterThanOrEqualTo(
                            number("select max(substr(accounting_account, 4)::bigint) from tier_function_block"
                                    + " where function = '" + function + "'"));
        }
        assertThat(number("select nextval('tier_seq') - 50 - max(id) from tier"))
                .isNotNegative();
        assertThat(number("select nextval('event_id_seq') - max(id) from event"))
                .isPositive();
    }

    @Test
    void everythingHangsTogetherAsIfTheServicesHadWrittenIt() {
        for (var broken : List.of(
                "select count(*) from tier where btrim(search_text) = '' or custom_text is null",
                "select count(*) from tier t where not exists (select 1 from tier_function f where f.tier_id = t.id)",
                "select count(*) from tier t where not exists (select 1 from history_entry h where h.tier_id = t.id and h.entity = 'tier')",
                "select count(*) from tier t where (select count(*) from contact_link l where l.tier_id = t.id and l.main) <> 1",
                "select count(*) from tier t where not exists (select 1 from geocoding g where g.tier_id = t.id and g.latitude = t.latitude)",
                "select count(*) from address a where not exists (select 1 from geocoding g where g.address_id = a.id)",
                "select count(*) from tier where sales_unit_id is null or latitude is null or insee_code is null",
                """
                select count(*) from tier_function f where f.type_code in ('CUSTOMER', 'SUPPLIER') and not exists (
                    select 1 from tier_function_block b where b.tier_id = f.tier_id and b.function = f.type_code)
                """,
                """
                select count(*) from event_participant p join event e on e.id = p.event_id
                where p.starts_at <> e.starts_at or p.ends_at is distinct from e.ends_at or p.user_id = e.assignee_id
                """,
                "select count(*) from event e join event_type y on y.code = e.type where y.kind <> e.kind",
                "select count(*) from event where kind = 'TASK' and board_rank is null",
                "select count(*) from event e join contact_link l on l.contact_id = e.contact_id where l.tier_id <> e.tier_id")) {
            assertThat(number(broken)).as(broken).isZero();
        }
    }

    @Test
    void anotherHousesDataAreNotTouched() {
        var other = TestDatabase.fresh();
        other.jdbi()
                .useHandle(
                        handle -> handle.execute("insert into company (id, code, name) values (1, 'OTHER', 'Other')"));
        assertThatThrownBy(() -> fill(other, TIERS, 0, KEEP_INDEXES)).hasMessageContaining("other data");
    }
}
