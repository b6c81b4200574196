package fr.tiers.merge;

import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever hangs on two people: a merge loses no row that it does not announce, and its undo leaves every table as it was. */
class ContactMergeUndoIT {

    private static Cast cast;
    private static Api caller;
    private static Sql sql;
    private static long tag;
    private static List<Long> tiers;
    private static int number;

    @BeforeAll
    static void prepare() {
        cast = new Cast(ContactMergeUndoIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sql = World.get().sql();
        tag = caller.post("tags", "{\"label\":\"" + cast.name() + "\"}")
                .json()
                .get("id")
                .asLong();
        var unit = cast.unit("UN", null);
        tiers = List.of(
                cast.tier(caller, "un", unit).get("id").asLong(),
                cast.tier(caller, "deux", unit).get("id").asLong());
    }

    @Test
    void aMergeLosesNothingSilentlyAndItsUndoLeavesEveryTableAsItWas() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            roundTrip("seed " + seed + ", round " + i, random);
        }
    }

    private void roundTrip(String round, Random random) throws Exception {
        long survivor = person();
        long source = person();
        fill(survivor, random, random.nextInt(3));
        fill(source, random, 1 + random.nextInt(3));
        chart(random);
        assertThat(unfilled(source)).as("tables without a row for the test").isEmpty();

        Until.holds(
                "nothing is left to tell, as what nobody follows is forgotten then",
                Duration.ofSeconds(30),
                () -> sql.number("select count(*) from happening where told_at is null") == 0);
        var before = Dump.of(sql);
        var merged = caller.post("contacts/" + survivor + "/merge", "{\"from\":" + source + '}');
        assertThat(merged.status()).as(round + merged).isEqualTo(200);
        var moved = Dump.of(sql);
        long announced = 0;
        for (var count : merged.json().get("deduplicated")) {
            announced += count.asLong();
        }
        assertThat(Dump.lines(before) - Dump.lines(moved))
                .as(round + ": rows gone are those announced " + merged)
                .isLessThanOrEqualTo(announced);
        holds(round, survivor);

        var undone = caller.post("merges/" + merged.json().get("mergeId").asLong() + "/undo", "{}");
        assertThat(undone.status()).as(round + undone).isEqualTo(200);
        var after = Dump.of(sql);
        for (var table : before.keySet()) {
            assertThat(after.get(table)).as(round + ": " + table).isEqualTo(before.get(table));
        }
    }

    /** No job twice at a time, nobody above oneself, no circle. */
    private static void holds(String round, long survivor) {
        assertThat(sql.number(
                        """
                        select count(*) from contact_link a join contact_link b on b.tier_id = a.tier_id and b.id > a.id
                        where a.contact_id = ? and b.contact_id = a.contact_id
                          and coalesce(a.from_date, '-infinity') <= coalesce(b.to_date, 'infinity')
                          and coalesce(b.from_date, '-infinity') <= coalesce(a.to_date, 'infinity')
                        """,
                        survivor))
                .as(round + ": the same job twice")
                .isZero();
        assertThat(
                        sql.number(
                                """
                        with recursive up as (
                            select id, reports_to, 1 as step from contact_link where reports_to is not null
                            union all select up.id, l.reports_to, step + 1 from up join contact_link l on l.id = up.reports_to
                            where l.reports_to is not null and step < 100)
                        select count(*) from up where id = reports_to
                        """))
                .as(round + ": a circle of superiors")
                .isZero();
    }

    private static long person() {
        var answer = caller.post("contacts", "{\"lastName\":\"" + cast.name() + ' ' + ++number + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    /** Rows in every table that names a person, some of them the same on both sides. */
    private static void fill(long person, Random random, int times) {
        for (int i = 0; i < times; i++) {
            int n = ++number;
            long tier = tiers.get(random.nextInt(tiers.size()));
            int year = 2000 + random.nextInt(3) * 5;
            for (var statement : List.of(
                    "insert into contact_link (contact_id, tier_id, role, email, email_state, main, from_date, to_date)"
                            + " select %1$d, %2$d, 'R%3$d', 'c@example.org', case when %3$d %% 2 = 0 then 'INVALID' else 'VALID' end,"
                            + " not exists (select 1 from contact_link where tier_id = %2$d and main),"
                            + " make_date(%4$d, 1, 1), make_date(%4$d + 40, 1, 1)"
                            + " where not exists (select 1 from contact_link where tier_id = %2$d and contact_id = %1$d)",
                    "insert into contact_availability (link_id, weekday, from_time, to_time) select max(id), 1, '09:00', '12:00'"
                            + " from contact_link where contact_id = %1$d on conflict do nothing",
                    "insert into contact_default (tier_id, usage, link_id) select l.tier_id, 'BILLING', l.id from contact_link l"
                            + " where l.contact_id = %1$d on conflict do nothing",
                    "insert into contact_photo (contact_id, data, sha256, created_at) values (%1$d, '\\x01', 'x', now()) on conflict do nothing",
                    "insert into contact_tag (contact_id, tag_id) values (%1$d, %5$d) on conflict do nothing",
                    "insert into event (tier_id, contact_id, type, subject, starts_at, author, created_at)"
                            + " values (%2$d, %1$d, 'CALL', 'E%3$d', now(), 'a', now())",
                    "insert into event_participant (event_id, contact_id, answer) select max(id), %1$d, 'ACCEPTED' from event"
                            + " on conflict do nothing",
                    "insert into event_participant (event_id, contact_id) select min(id), %1$d from event where tier_id = %2$d"
                            + " on conflict do nothing")) {
                sql.update(statement.formatted(person, tier, n, year, tag));
            }
        }
    }

    /** Whoever works at a tier reports to one who has been there longer, by chance. */
    private static void chart(Random random) {
        for (long tier : tiers) {
            var links = sql.numbers("select id from contact_link where tier_id = ? order by id", tier);
            for (int i = 1; i < links.size(); i++) {
                sql.update(
                        "update contact_link set reports_to = ? where id = ?",
                        links.get(random.nextInt(i)),
                        links.get(i));
            }
        }
    }

    private static List<String> unfilled(long person) {
        return sql
                .texts(
                        """
                        select distinct c.conrelid::regclass || '.' || a.attname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = 'contact'::regclass
                        """)
                .stream()
                .map(each -> each.split("\\."))
                .filter(each ->
                        sql.number("select count(*) from " + each[0] + " where " + each[1] + " = ?", person) == 0)
                .map(each -> each[0])
                .toList();
    }
}
