package fr.tiers.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many tiers at once, over REST: planned, looked at, applied, taken back; with the rights of whoever asks, tier by tier. */
@DisplayName("Bulk actions")
@ExtendWith(InTheWorld.class)
class BulkActionIT {

    private final Cast cast = new Cast(BulkActionIT.class);
    private String unit;
    private String manager;
    private Api api;
    private Api admin;
    private List<Long> ids;

    @BeforeEach
    void people() {
        unit = cast.unit("A", null);
        manager = cast.user("SALES_MANAGER", unit);
        api = Cast.tokenOf(manager);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        ids = tiers(4, unit);
    }

    private List<Long> tiers(int count, String place) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i ->
                        cast.tier(admin, "Client " + place + i, place).get("id").asLong())
                .toList());
    }

    private JsonNode plan(Api who, String action, String parameters, List<Long> selected) {
        var answer = who.post(
                "bulk-actions",
                "{\"action\":\"%s\",\"parameters\":%s,\"ids\":%s}".formatted(action, parameters, selected));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return ended(who, path(answer.json()), "PLANNED");
    }

    private static String path(JsonNode bulk) {
        return "bulk-actions/" + bulk.get("id").asText();
    }

    private static JsonNode ended(Api who, String it, String status) {
        try {
            Until.holds(
                    "the bulk action is " + status,
                    Duration.ofMinutes(3),
                    () -> who.get(it).json().get("status").asText().equals(status));
        } catch (Exception e) {
            throw new AssertionError(who.get(it).toString(), e);
        }
        return who.get(it).json();
    }

    private static Api.Answer begin(Api who, JsonNode bulk, String step) {
        return who.with("If-Match", "\"" + bulk.get("version").asText() + "\"").post(path(bulk) + '/' + step, "");
    }

    private static JsonNode done(Api who, JsonNode bulk, String step, String status) {
        var answer = begin(who, bulk, step);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return ended(who, path(bulk), status);
    }

    private static long count(JsonNode bulk, String kind) {
        return bulk.get("counts").path(kind).asLong();
    }

    /** The columns that an action may touch, of all its tiers. */
    private String state() {
        return World.get()
                .sql()
                .text(
                        """
                        select string_agg(concat_ws('|', t.id, t.owner_id, t.sales_unit_id, t.status, t.closed_on, t.closed_reason, t.name,
                            t.code, t.city, t.email, t.custom::text,
                            (select string_agg(g.tag_id::text, ',' order by g.tag_id) from tier_tag g where g.tier_id = t.id),
                            (select string_agg(f.type_code, ',' order by f.type_code) from tier_function f where f.tier_id = t.id),
                            (select string_agg(a.agency_id::text, ',' order by 1) from tier_agency a where a.tier_id = t.id)),
                            ';' order by t.id) from tier t where t.id = any(string_to_array(?, ',')::bigint[])
                        """,
                        ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ASSIGN_OWNER; {'owner':['%MANAGER']}",
                "MOVE_TO_UNIT; {'salesUnit':['%UNIT']}",
                "CHANGE_TAGS; {'add':['%NAME un','%NAME deux']}",
                "CHANGE_TYPES; {'add':['SUPPLIER']}",
                "CLOSE; {'reason':['Fin de saison']}",
            })
    void whatIsAppliedAndUndoneLeavesEverythingAsItWas(String action, String parameters) {
        var other = cast.unit("B" + action, unit);
        var said = parameters
                .replace('\'', '"')
                .replace("%MANAGER", manager)
                .replace("%UNIT", other)
                .replace("%NAME", cast.name());
        var who = action.equals("CHANGE_TAGS") ? admin : api;
        var before = state();

        var planned = plan(who, action, said, ids);
        assertThat(count(planned, "CHANGE")).as(planned.toString()).isEqualTo(4);
        assertThat(state()).isEqualTo(before);
        var applied = done(who, planned, "run", "DONE");
        assertThat(count(applied, "APPLIED"))
                .as(() -> who.get(path(applied) + "/rows").toString())
                .isEqualTo(4);
        assertThat(state()).isNotEqualTo(before);
        var undone = done(who, applied, "undo", "UNDONE");

        assertThat(count(undone, "UNDONE"))
                .as(() -> who.get(path(applied) + "/rows").toString())
                .isEqualTo(4);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTierThatHasChangedMeanwhileIsLeftAloneAndListed() {
        var planned = plan(api, "ASSIGN_OWNER", "{\"owner\":[\"" + manager + "\"]}", ids);
        rename(ids.get(1), "entre-temps");
        var applied = done(api, planned, "run", "DONE");

        assertThat(applied.get("counts").toString()).isEqualTo("{\"APPLIED\":3,\"CHANGE\":3,\"CHANGED_SINCE\":1}");
        var left = api.get(path(applied) + "/rows?result=CHANGED_SINCE").json().at("/items/0");
        assertThat(left.get("tierId").asLong()).isEqualTo(ids.get(1));
        assertThat(left.get("problems").asText()).contains("entre-temps");
        assertThat(owner(ids.get(1))).isNull();

        rename(ids.get(2), "depuis");
        var undone = done(api, applied, "undo", "UNDONE");
        assertThat(count(undone, "UNDONE")).isEqualTo(2);
        assertThat(count(undone, "KEPT")).isEqualTo(1);
        assertThat(owner(ids.get(2))).isEqualTo(manager);
        assertThat(owner(ids.get(0))).isNull();
    }

    private void rename(long id, String name) {
        var now = admin.get("tiers/" + id);
        assertThat(admin.with("If-Match", now.etag())
                        .patch("tiers/" + id, "{\"tradeName\":\"" + name + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private String owner(long id) {
        var owner = admin.get("tiers/" + id).json().get("owner");
        return owner == null || owner.isNull() ? null : owner.asText();
    }

    @Test
    void eachTierIsAskedForTheRightsOfWhoeverAsks() {
        var elsewhere = tiers(1, cast.unit("C", null)).get(0);
        var mixed = new ArrayList<>(ids);
        Collections.addAll(mixed, elsewhere, 999_999_999L);
        var stranger = Cast.tokenOf(cast.user("SALES", cast.unit("D", null)));

        var seller = Cast.tokenOf(cast.user("SALES", unit));
        var planned = plan(seller, "CLOSE", "{\"reason\":[\"x\"]}", mixed);
        var rows = seller.get(path(planned) + "/rows").json().get("items");
        // what is not there and what may not be seen look alike
        assertThat(rows.get(4).get("tierId").isNull()).isTrue();
        assertThat(rows.get(4).get("problems").asText())
                .isEqualTo(rows.get(5).get("problems").asText());
        assertThat(count(planned, "REFUSED")).isGreaterThanOrEqualTo(2);

        assertThat(stranger.get(path(planned)).status()).isEqualTo(404);
        assertThat(stranger.get(path(planned) + "/rows").status()).isEqualTo(404);
        assertThat(stranger.get(path(planned) + "/rows/report").status()).isEqualTo(404);
        assertThat(begin(stranger, planned, "run").status()).isEqualTo(404);
        assertThat(stranger.post(path(planned) + "/cancel", "").status()).isEqualTo(404);
        assertThat(stranger.get("bulk-actions").json().get("items")).isEmpty();
        assertThat(admin.get(path(planned)).status()).isEqualTo(200);

        var nobody = plan(stranger, "CLOSE", "{\"reason\":[\"x\"]}", ids);
        assertThat(count(nobody, "REFUSED")).isEqualTo(4);
        var reader = Cast.tokenOf(cast.user("READER", unit));
        assertThat(reader.post("bulk-actions", "{\"action\":\"REOPEN\",\"ids\":[1]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itRunsOnceHoweverOftenItIsAskedFor() {
        var planned = plan(api, "CHANGE_TYPES", "{\"add\":[\"SUPPLIER\"]}", ids);
        assertThat(api.post(path(planned) + "/run", "").status()).isEqualTo(428);
        var first = begin(api, planned, "run");
        var second = begin(api, planned, "run");
        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(412);
        var applied = ended(api, path(planned), "DONE");
        assertThat(begin(api, applied, "run").status()).isEqualTo(409);
        assertThat(World.get()
                        .sql()
                        .number("select count(*) from history_entry where source = 'BULK' and tier_id = " + ids.get(0)))
                .isPositive();
    }

    @Test
    void allThatMatchIsSettledWhenItIsPlanned() {
        var filter =
                "{\"action\":\"CLOSE\",\"parameters\":{\"reason\":[\"Fin\"]},\"filter\":{\"q\":[\"%s\"],\"salesUnit\":[\"%s\"]}}"
                        .formatted(cast.name(), unit);
        var answer = api.post("bulk-actions", filter);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().get("rows").asInt()).isEqualTo(4);
        var planned = ended(api, path(answer.json()), "PLANNED");
        tiers(1, unit);
        var applied = done(api, planned, "run", "DONE");
        assertThat(count(applied, "APPLIED")).isEqualTo(4);
        var csv = api.get(path(applied) + "/rows/report");
        assertThat(csv.body()).contains("Fin").contains(cast.name());
    }

    @Test
    void aConversionIsForeseenAndHasNoWayBack() {
        var planned = plan(api, "CONVERT", "{\"to\":[\"CUSTOMER\"]}", ids);
        assertThat(planned.get("undoable").asBoolean()).isFalse();
        var applied = done(api, planned, "run", "DONE");
        assertThat(count(applied, "APPLIED")).isEqualTo(4);
        assertThat(begin(api, applied, "undo").status()).isEqualTo(409);
        var again = plan(api, "CONVERT", "{\"to\":[\"CUSTOMER\"]}", ids);
        assertThat(count(again, "UNCHANGED")).isEqualTo(4);
        var back = plan(api, "CONVERT", "{\"to\":[\"PROSPECT\"]}", ids);
        assertThat(count(back, "REFUSED")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}",
                "{'action':'NONE','ids':[1]}",
                "{'action':'REOPEN'}",
                "{'action':'REOPEN','ids':[]}",
                "{'action':'REOPEN','ids':[null]}",
                "{'action':'REOPEN','ids':[1],'filter':{}}",
                "{'action':'REOPEN','filter':{'nonsense':['x']}}",
                "{'action':'REOPEN','filter':{'sort':['name']}}",
                "{'action':'REOPEN','filter':{'status':['OPEN']}}",
                "{'action':'REOPEN','parameters':{'x':['y']},'ids':[1]}",
                "{'action':'CLOSE','ids':[1]}",
                "{'action':'CLOSE','parameters':{'reason':['a','b']},'ids':[1]}",
                "{'action':'CLOSE','parameters':{'reason':['a\\u0000']},'ids':[1]}",
                "{'action':'ASSIGN_OWNER','parameters':{'owner':['nobody-at-all']},'ids':[1]}",
                "{'action':'CHANGE_AGENCIES','parameters':{'add':['X']},'ids':[1]}",
                "{'action':'CHANGE_TYPES','parameters':{'add':['SUPPLIER'],'remove':['SUPPLIER']},'ids':[1]}",
                "{'action':'CONVERT','parameters':{'to':['SUSPECT']},'ids':[1]}",
                "{'action':'CONVERT','parameters':{'to':null},'ids':[1]}",
                "{'action':'REOPEN','ids':'all'}",
            })
    void whatMakesNoSenseIsRefused(String body) {
        var answer = admin.post("bulk-actions", body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void stoppedItGoesOnAndWritesNothingTwiceEvenIfItsPlaceWasLost() {
        ids = many(150);
        var planned = plan(api, "ASSIGN_OWNER", "{\"owner\":[\"" + manager + "\"]}", ids);
        assertThat(begin(api, planned, "run").status()).isEqualTo(202);
        var cancelled = api.post(path(planned) + "/cancel", "");
        assertThat(cancelled.status()).isEqualTo(200);
        var stopped = ended(api, path(planned), "RUN_STOPPED");
        assertThat(count(stopped, "APPLIED")).isLessThan(150);

        // as a server leaves it that is killed between a row and its position
        World.get()
                .sql()
                .update(
                        "update job_partition set position = from_id - 1 where run_id = ?",
                        stopped.get("run").get("id").asLong());
        assertThat(api.post(path(planned) + "/resume", "").status()).isEqualTo(200);
        var applied = ended(api, path(planned), "DONE");
        assertThat(count(applied, "APPLIED")).isEqualTo(150);
        // each was written once
        assertThat(World.get()
                        .sql()
                        .number(
                                "select max(c) from (select count(*) as c from history_entry where field = 'owner' and source = 'BULK'"
                                        + " and tier_id >= " + ids.get(0) + " group by tier_id) n"))
                .isEqualTo(1);
    }

    /** Written by hand: the interface would take its time. */
    private List<Long> many(int count) {
        var sql = World.get().sql();
        sql.update(
                """
                insert into tier (id, code, name, status, kind, source, created_at, created_by, updated_at, updated_by, sales_unit_id)
                select nextval('tier_seq'), ? || '-' || n, ? || ' Masse ' || n, 'ACTIVE', 'COMPANY', 'API', now(), 'test', now(), 'test',
                    (select id from sales_unit where code = ?) from generate_series(1, cast(? as integer)) n
                """,
                cast.name(),
                cast.name(),
                unit,
                count);
        sql.update(
                "insert into tier_function (tier_id, type_code) select id, 'PROSPECT' from tier where code like ? || '-%'",
                cast.name());
        return sql.numbers("select id from tier where code like ? || '-%' order by id", cast.name());
    }
}
