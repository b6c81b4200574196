package fr.tiers.task;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks and series over REST. */
class TaskIT {

    private static Cast cast;
    private static String group;
    private static String annesLogin;
    private static String paulsLogin;
    private static Api anne;
    private static Api paul;
    private static String tier;

    @BeforeAll
    static void people() {
        cast = new Cast(TaskIT.class);
        var here = cast.unit("HERE", null);
        annesLogin = cast.user("SALES", here);
        paulsLogin = cast.user("SALES", here);
        anne = Cast.tokenOf(annesLogin);
        paul = Cast.tokenOf(paulsLogin);
        group = cast.name() + "-G";
        var sql = World.get().sql();
        sql.update("insert into user_group (id, code, name) values (nextval('organisation_seq'), ?, ?)", group, group);
        for (var login : List.of(annesLogin, paulsLogin)) {
            sql.update(
                    "insert into user_group_member select g.id, u.id from user_group g, app_user u where g.code = ? and u.login = ?",
                    group,
                    login);
        }
        tier = cast.tier(anne, "tâches", here).get("id").asText();
    }

    /** @param more further fields, each with its comma before it */
    private static JsonNode task(String subject, String due, String more) {
        var answer = anne.post(
                "tiers/" + tier + "/events",
                "{\"type\":\"TASK\",\"subject\":\"%s\",\"task\":{\"dueOn\":\"%s\"}%s}".formatted(subject, due, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static List<String> subjects(Api who, String query) {
        var answer = who.get("tasks?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(task -> task.get("subject").asText())
                .toList();
    }

    @Test
    void mineDelegatedAndTheTeamsArePagedByCursor() {
        task("un", "2027-03-01", "");
        task("deux", "2027-03-02", "");
        task("trois", "2027-03-03", ",\"assignee\":\"" + paulsLogin + "\"");
        var range = "&dueFrom=2027-03-01&dueTo=2027-03-09";

        assertThat(subjects(anne, "sort=-due" + range)).containsExactly("deux", "un");
        assertThat(subjects(anne, "scope=DELEGATED" + range)).containsExactly("trois");
        assertThat(subjects(paul, "scope=TEAM" + range)).containsExactly("un", "deux", "trois");
        var pages = new ArrayList<String>();
        var next = "";
        do {
            var page = paul.get("tasks?scope=TEAM&limit=1" + range + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            pages.add(page.at("/items/0/subject").asText());
            next = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!next.isEmpty());
        assertThat(pages).containsExactly("un", "deux", "trois");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (var query :
                List.of("scope=ALL", "sort=age", "state=OPEN", "dueTo=demain", "after=x", "what=1", "priority=1")) {
            assertThat(anne.get("tasks?" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(anne.get("tasks/999999999").status()).isEqualTo(404);
        assertThat(anne.post("tasks/999999999/take", "").status()).isEqualTo(404);
    }

    @Test
    void isTakenOnceHandedOnAndMoved() {
        var id = "tasks/"
                + task("file", "2027-04-01", ",\"group\":\"" + group + "\"").get("id");
        assertThat(paul.get(id).json().get("takeable").asBoolean()).isTrue();
        assertThat(paul.post(id + "/take", "").status()).isEqualTo(200);
        assertThat(paul.post(id + "/take", "").status()).isEqualTo(200);
        var late = anne.post(id + "/take", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("type").asText()).endsWith("task-taken");

        var tag = paul.get(id).etag();
        assertThat(paul.post(id + "/delegate", "{\"assignee\":\"x\"}").status()).isEqualTo(428);
        assertThat(paul.with("If-Match", tag).post(id + "/delegate", "{}").status())
                .isEqualTo(400);
        var given = paul.with("If-Match", tag)
                .post(id + "/delegate", "{\"assignee\":\"" + annesLogin + "\",\"note\":\"À toi #{1+1}\"}");
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(given.json().get("body").asText()).endsWith("À toi #{1+1}");

        assertThat(anne.with("If-Match", tag)
                        .post(id + "/move", "{\"state\":\"DONE\"}")
                        .status())
                .isEqualTo(412);
        assertThat(anne.with("If-Match", given.etag()).post(id + "/move", "{}").status())
                .isEqualTo(400);
        var moved = anne.with("If-Match", given.etag()).post(id + "/move", "{\"state\":\"IN_PROGRESS\"}");
        assertThat(moved.json().get("state").asText()).isEqualTo("IN_PROGRESS");
        assertThat(subjects(anne, "state=IN_PROGRESS&sort=rank")).contains("file");
    }

    @Test
    void theLoadOfAWeekIsCounted() {
        var login = cast.user("SALES", cast.unit("CHARGE", null));
        var api = Cast.tokenOf(login);
        api.post(
                "events",
                "{\"type\":\"TASK\",\"subject\":\"À faire\",\"task\":{\"dueOn\":\"2028-02-02\",\"priority\":\"HIGH\"}}");

        var load = api.get("tasks/load?from=2028-01-31&to=2028-02-06").json().get("items");
        assertThat(load).hasSize(1);
        assertThat(load.get(0).get("assignee").asText()).isEqualTo(login);
        assertThat(load.get(0).get("day").asText()).isEqualTo("2028-02-02");
        assertThat(load.get(0).get("urgent").asLong()).isEqualTo(1);
        assertThat(api.get("tasks/load?from=2028-01-31").status()).isEqualTo(400);
        assertThat(api.get("tasks/load?from=2028-01-31&to=2029-01-31").status()).isEqualTo(400);
    }

    @Test
    void aSeriesIsStartedChangedAndEnded() {
        var sent =
                """
                {"tierId":%s,"event":{"type":"TASK","subject":"Hebdo","task":{"dueOn":"2027-06-01"}},
                 "rule":{"frequency":"WEEKLY","weekdays":["TUESDAY"],"count":6}}
                """
                        .formatted(tier);
        var made = anne.with("Idempotency-Key", cast.name() + "-series").post("event-series", sent);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(anne.with("Idempotency-Key", cast.name() + "-series")
                        .post("event-series", sent)
                        .json()
                        .get("id"))
                .isEqualTo(made.json().get("id"));
        var path = "event-series/" + made.json().get("id").asText();
        assertThat(made.json().get("events")).hasSize(6);

        var third = path + "/events/" + made.json().at("/events/2/eventId").asText();
        var body = "{\"type\":\"TASK\",\"subject\":\"Nouvelle\",\"task\":{\"dueOn\":\"2027-06-16\"}}";
        assertThat(anne.put(third + "?scope=FOLLOWING", body).status()).isEqualTo(428);
        assertThat(anne.with("If-Match", "\"0\"")
                        .put(third + "?scope=SOME", body)
                        .status())
                .isEqualTo(400);
        var changed = anne.with("If-Match", "\"0\"").put(third + "?scope=FOLLOWING", body);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(anne.get(path).json().get("events")).hasSize(2);
        assertThat(subjects(anne, "dueFrom=2027-06-01&dueTo=2027-07-30"))
                .containsExactly("Hebdo", "Hebdo", "Nouvelle", "Nouvelle", "Nouvelle", "Nouvelle");
        assertThat(anne.get("tasks?dueFrom=2027-06-23&dueTo=2027-06-23").json().get("items"))
                .hasSize(1);

        var first = path + "/events/" + made.json().at("/events/0/eventId").asText();
        var wrong = anne.with("If-Match", "\"0\"")
                .put(first + "/rule", "{\"frequency\":\"WEEKLY\",\"interval\":0,\"count\":0}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("violations")).hasSize(3);
        var rule = anne.with("If-Match", "\"0\"").put(first + "/rule", "{\"frequency\":\"DAILY\",\"count\":3}");
        assertThat(rule.status()).as(rule.toString()).isEqualTo(200);
        assertThat(rule.json().get("events")).hasSize(3);
        assertThat(anne.with("If-Match", "\"0\"").delete(first + "?scope=ALL").status())
                .isEqualTo(204);
        assertThat(anne.get(path).status()).isEqualTo(404);
    }
}
