package fr.tiers.merge;

import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever hangs on two tiers: a merge loses no row that it does not announce, and its undo leaves every table as it was. Compared are all
 * tables but the logs, counters of versions, stamps of updates, and what is computed from the rest ({@code merge_ignores}).
 */
class MergeUndoIT {

    private static Cast cast;
    private static Api caller;
    private static Sql sql;
    private static long user;
    private static long colleague;
    private static long tag;
    private static int number;

    @BeforeAll
    static void prepare() {
        cast = new Cast(MergeUndoIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sql = World.get().sql();
        user = cast.userId(cast.user("SALES", null));
        colleague = cast.userId(cast.user("SALES", null));
        tag = caller.post("tags", "{\"label\":\"" + cast.name() + "\"}")
                .json()
                .get("id")
                .asLong();
    }

    /** Runs of a job that does not exist: the pages that other tests look at have no name for it. */
    @AfterAll
    static void clearAway() {
        sql.update("delete from job_skip where run_id in (select id from job_run where job = 'x')");
        sql.update("delete from job_run where job = 'x'");
    }

    @Test
    void aMergeLosesNothingSilentlyAndItsUndoLeavesEveryTableAsItWas() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            roundTrip("seed " + seed + ", round " + i, random);
        }
    }

    private void roundTrip(String round, Random random) throws Exception {
        long partner = tier("partenaire");
        long survivor = tier("reste");
        long source = tier("part");
        fill(survivor, partner, random, random.nextInt(3));
        fill(source, partner, random, 1 + random.nextInt(3));
        sql.update("update tier set parent_id = ? where id = ?", source, partner);
        assertThat(unfilled(source))
                .as("linked tables without a row for the test")
                .isEmpty();

        Until.holds(
                "nothing is left to tell, as what nobody follows is forgotten then",
                Duration.ofSeconds(30),
                () -> sql.number("select count(*) from happening where told_at is null") == 0);
        var before = Dump.of(sql);
        var merged = caller.post(
                "tiers/" + survivor + "/merge", "{\"from\":" + source + ",\"force\":true,\"reason\":\"essai\"}");
        assertThat(merged.status()).as(round + merged).isEqualTo(200);
        var moved = Dump.of(sql);
        long announced = 0;
        for (var count : merged.json().get("deduplicated")) {
            announced += count.asLong();
        }
        assertThat(Dump.lines(before) - Dump.lines(moved))
                .as(round + ": rows gone are those announced " + merged)
                .isLessThanOrEqualTo(announced);

        var undone = caller.post("merges/" + merged.json().get("mergeId").asLong() + "/undo", "{}");
        assertThat(undone.status()).as(round + undone).isEqualTo(200);
        var after = Dump.of(sql);
        for (var table : before.keySet()) {
            assertThat(after.get(table)).as(round + ": " + table).isEqualTo(before.get(table));
        }
    }

    private static long tier(String title) {
        var answer = caller.post(
                "tiers",
                "{\"name\":\"%s %s %d\",\"types\":[\"PROSPECT\",\"SUPPLIER\"],\"email\":\"m%d@example.org\"}"
                        .formatted(cast.name(), title, ++number, number));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    /** Rows in every table that names a tier, some of them the same on both sides. */
    private static void fill(long tier, long partner, Random random, int times) {
        for (int i = 0; i < times; i++) {
            int n = ++number;
            int common = random.nextInt(4);
            for (var statement : List.of(
                    "insert into address (tier_id, label, line1, postal_code, city, latitude, longitude, usages, default_for)"
                            + " values (%1$d, 'A%3$d', '1 rue %3$d', '57000', 'Metz', 49, 6, '{BILLING}', '{BILLING}') on conflict do nothing",
                    "insert into contact (last_name, created_at) values ('N%2$d', now())",
                    "insert into contact_link (contact_id, tier_id, role, email, main) select max(id), %1$d, 'R', 'c%2$d@example.org',"
                            + " not exists (select 1 from contact_link where tier_id = %1$d and main) from contact",
                    "insert into contact_default (tier_id, usage, link_id) select %1$d, 'BILLING', max(id) from contact_link"
                            + " where tier_id = %1$d on conflict do nothing",
                    "insert into contact_availability (link_id, weekday, from_time, to_time) select max(id), 1, '09:00', '12:00'"
                            + " from contact_link where tier_id = %1$d on conflict do nothing",
                    "insert into event (tier_id, type, subject, starts_at, author, created_at) values (%1$d, 'CALL', 'E%2$d', now(), 'a', now())",
                    "insert into note (tier_id, author_id, body, created_at, updated_by, updated_at)"
                            + " values (%1$d, %4$d, 'note', now(), 'a', now())",
                    "insert into document (tier_id, name, number, author, created_at, updated_by, updated_at)"
                            + " values (%1$d, 'doc%3$d.pdf', 1, 'a', now(), 'a', now()) on conflict do nothing",
                    "insert into exchange_import (file_name, size, sha256, header, sample, row_count, settings, created_by, created_at)"
                            + " values ('f', 1, repeat('0', 64), '{a}', '[]', 1, '{}', 'a', now())",
                    "insert into exchange_row (import_id, number, cells, tier_id) select max(id), 1, '{x}', %1$d from exchange_import",
                    "insert into job_run (job, status, requested_by, heartbeat_at, started_at) values ('x', 'COMPLETED', 'a', now(), now())",
                    "insert into job_skip (run_id, item, reason, tier_id) select max(id), 'i', 'r', %1$d from job_run",
                    "with b as (insert into bulk_action (action, parameters, row_count, phase, created_by, created_at)"
                            + " values ('X', '{}', 1, 'PLAN', 'a', now()) returning id)"
                            + " insert into bulk_row (bulk_id, number, tier_id) select id, 1, %1$d from b",
                    "insert into outbox_mail (tier_id, message_id, purpose, reference, recipients, subject, body, next_try_at, created_at,"
                            + " status) values (%1$d, 'merge-%2$d', 'test', 'merge-%2$d', '{a@example.org}', 's', 'b', now(), now(), 'SENT')",
                    "insert into happening (tier_id, code, author, at, told_at) values (%1$d, 'NOTE_ADDED', 'a', now() - interval '1 day', now())",
                    "insert into happening_mailed (tier_id, user_id, codes, at) values (%1$d, %4$d, '{NOTE_ADDED}', now())",
                    "insert into subscription_exception (user_id, tier_id, version, codes) values (%4$d, %1$d, 0, '{NOTE_ADDED}')"
                            + " on conflict do nothing",
                    "insert into subscription (user_id, tier_id, state, since) values (%4$d, %1$d, 'FOLLOWED', now()) on conflict do nothing",
                    "insert into tier_collaborator (tier_id, user_id) values (%1$d, %4$d) on conflict do nothing",
                    "insert into tier_representative (tier_id, user_id, share) select %1$d, %5$d, 100"
                            + " where not exists (select 1 from tier_representative where tier_id = %1$d)",
                    "insert into extranet_grant (user_id, tier_id) values (%5$d, %1$d) on conflict do nothing",
                    "insert into tier_tag (tier_id, tag_id) values (%1$d, %7$d) on conflict do nothing",
                    "insert into tier_former_code (code, tier_id, kind, since) values ('MERGE%2$d', %1$d, 'FORMER', now())",
                    "insert into key_figure (tier_id, year, closing_date, source, fetched_at, turnover)"
                            + " values (%1$d, 2020 + %3$d, make_date(2020 + %3$d, 12, 31), 'INFOGREFFE', now(), %2$d) on conflict do nothing",
                    "insert into key_figure_check (tier_id, checked_at, outcome) values (%1$d, now(), 'FOUND') on conflict do nothing",
                    "insert into outstanding (tier_id, amount, as_of) values (%1$d, %2$d, now()) on conflict do nothing",
                    "insert into invoice (id, external_id, tier_id, number, type, date, total_amount, updated_at)"
                            + " select coalesce(max(id), 0) + 1000001, 'merge-%2$d', %1$d, 'M%2$d', 'INVOICE', current_date, 100, now()"
                            + " from invoice",
                    "insert into payment (id, tier_id, amount, method, date, collector, created_at, status)"
                            + " select coalesce(max(id), 0) + 1000001, %1$d, 10, 'CARD', current_date, 'a', now(), 'INTEGRATED' from payment",
                    "insert into quality_score (tier_id, day, score, max) values (%1$d, date '2026-01-01' + %3$d, 1, 10)"
                            + " on conflict do nothing",
                    "insert into tier_agency (tier_id, agency_id) select %1$d, min(id) from agency on conflict do nothing",
                    "insert into tier_company (tier_id, company_id) select %1$d, min(id) from company on conflict do nothing",
                    "insert into tier_other_email (tier_id, position, type, email) select %1$d, coalesce(max(position), -1) + 1, 'OTHER',"
                            + " 'o%2$d@example.org' from tier_other_email where tier_id = %1$d",
                    "insert into tier_relation (type_code, tier_id, other_id, created_at, created_by) select min(code), %1$d, %6$d, now(), 'a'"
                            + " from relation_type where not mutual on conflict do nothing",
                    "insert into duplicate_verdict (tier_id, other_id, author, at) values (least(%1$d, %6$d), greatest(%1$d, %6$d), 'a', now())"
                            + " on conflict do nothing",
                    "insert into duplicate_pair (tier_id, other_id, score, reasons) values (least(%1$d, %6$d), greatest(%1$d, %6$d), 60, '{}')"
                            + " on conflict do nothing",
                    "with c as (insert into duplicate_cluster (score, found_at) values (60, now()) returning id)"
                            + " insert into duplicate_member (tier_id, cluster_id, survivor) select %1$d, id, true from c on conflict do nothing")) {
                sql.update(statement.formatted(tier, n, common, user, colleague, partner, tag));
            }
        }
    }

    private static List<String> unfilled(long tier) {
        return sql
                .texts(
                        """
                        select distinct c.conrelid::regclass || '.' || a.attname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = 'tier'::regclass and a.attname = 'tier_id'
                        """)
                .stream()
                .map(each -> each.split("\\."))
                .filter(each -> sql.number("select count(*) from " + each[0] + " where tier_id = ?", tier) == 0)
                // only those who were put on the map by hand have one at once
                // of a pair the older one stands in this column
                .filter(each -> !List.of("geocoding", "duplicate_verdict", "duplicate_pair")
                        .contains(each[0]))
                .map(each -> each[0])
                .toList();
    }
}
