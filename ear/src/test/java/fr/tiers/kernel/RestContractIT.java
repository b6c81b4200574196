package fr.tiers.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The habits of the REST interface that other programs rely on. */
class RestContractIT {

    private static final String MINIMAL = "{\"name\":\"%s\",\"types\":[\"PROSPECT\"]}";

    private static Cast cast;
    private static String login;
    private static Api caller;

    @BeforeAll
    static void prepare() {
        cast = new Cast(RestContractIT.class);
        login = cast.user("ADMINISTRATOR", null);
        caller = Cast.tokenOf(login);
    }

    private static String path(JsonNode tier) {
        return "tiers/" + tier.get("id");
    }

    @Test
    void anUnchangedReadIsAnswered304() {
        var path = path(cast.tier(caller, "lu deux fois", null));
        var etag = caller.get(path).etag();
        var again = caller.with("If-None-Match", etag).get(path);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.etag()).isEqualTo(etag);
    }

    @Test
    void aWriteNeedsTheVersionThatWasRead() {
        var path = path(cast.tier(caller, "écrit", null));
        var first = caller.get(path).etag();
        var without = caller.patch(path, "{\"observation\":\"a\"}");
        assertThat(without.status()).as(without.toString()).isEqualTo(428);
        var changed = caller.with("If-Match", first).patch(path, "{\"observation\":\"a\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.etag())
                .isNotEqualTo(first)
                .isEqualTo(caller.get(path).etag());
        assertThat(caller.with("If-Match", first)
                        .patch(path, "{\"observation\":\"b\"}")
                        .status())
                .isEqualTo(412);
        assertThat(caller.with("If-Match", first)
                        .put(path, MINIMAL.formatted("x"))
                        .status())
                .isEqualTo(412);
        assertThat(caller.with("If-Match", first).delete(path).status()).isEqualTo(412);
        assertThat(caller.with("If-Match", "\"not-ours\"").delete(path).status())
                .isEqualTo(412);
        assertThat(caller.put(path, MINIMAL.formatted("x")).status()).isEqualTo(428);
        assertThat(caller.delete(path).status()).isEqualTo(428);
        assertThat(caller.get(path).json().get("observation").asText()).isEqualTo("a");
    }

    @Test
    void ofTwoWritersOneIsToldThatTheOtherWasFirst() throws Exception {
        var path = path(cast.tier(caller, "disputé", null));
        var writer = caller.with("If-Match", caller.get(path).etag());
        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () ->
                        writer.patch(path, "{\"observation\":\"n° " + i + "\"}").status())
                .toList());
        assertThat(answers).containsOnly(200, 412);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
    }

    @Test
    void nullInAMergePatchEmptiesAFieldAndLeavesTheOthers() {
        var path = path(cast.tier(caller, "rapiécé", null));
        var filled = caller.with("If-Match", caller.get(path).etag())
                .patch(
                        path,
                        "{\"phone\":\"01 99 00 12 34\",\"observation\":\"là\",\"address\":{\"city\":\"Metz\",\"line1\":\"1 rue\"}}");
        assertThat(filled.status()).as(filled.toString()).isEqualTo(200);
        var emptied =
                caller.with("If-Match", filled.etag()).patch(path, "{\"phone\":null,\"address\":{\"line1\":null}}");
        assertThat(emptied.status()).as(emptied.toString()).isEqualTo(200);
        var json = caller.get(path).json();
        assertThat(json.get("phone").isNull()).isTrue();
        assertThat(json.get("observation").asText()).isEqualTo("là");
        assertThat(json.at("/address/city").asText()).isEqualTo("Metz");
        assertThat(json.at("/address/line1").isNull()).isTrue();
    }

    @Test
    void aCreationNamesWhatItCreated() {
        var answer = caller.post("tiers", MINIMAL.formatted("Créé"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location").orElse("")).endsWith(Api.ROOT + path(answer.json()));
        assertThat(answer.etag()).isEqualTo(caller.get(path(answer.json())).etag());
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() {
        var once = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        var body = MINIMAL.formatted("Une fois " + cast.name());
        var first = once.post("tiers", body);
        var again = once.post("tiers", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.etag()).isEqualTo(first.etag());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var once = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        once.post("tiers", MINIMAL.formatted("Première"));
        var other = once.post("tiers", MINIMAL.formatted("Seconde"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var once = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(once.post("tiers", "{\"types\":[\"PROSPECT\"]}").status()).isEqualTo(400);
        assertThat(once.post("tiers", MINIMAL.formatted("Corrigée")).status()).isEqualTo(201);
    }

    @Test
    void twentyThreadsWithOneKeyCreateOneTier() throws Exception {
        var once = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        var body = MINIMAL.formatted("Vingt fois " + cast.name());
        Callable<Api.Answer> creation = () -> once.post("tiers", body);
        var answers = atOnce(Collections.nCopies(20, creation));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.json().get("id")).distinct())
                .hasSize(1);
        assertThat(caller.get("tiers?q=" + Api.encode("Vingt fois " + cast.name()))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(20);
        try {
            List<T> results = new ArrayList<>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theCursorWalksAllPagesWithoutLossOrDoubleWhileRowsAreInserted() {
        var unit = cast.unit("PAGES", null);
        var there = new HashSet<Long>();
        for (int i = 0; i < 23; i++) {
            there.add(
                    cast.tier(caller, "%02d page".formatted(i), unit).get("id").asLong());
        }
        for (var sort : List.of("name", "-name", "updatedAt", "-updatedAt", "code", "city")) {
            List<Long> seen = new ArrayList<>();
            var next = "tiers?limit=4&sort=" + sort + "&salesUnit=" + unit;
            int pages = 0;
            while (next != null) {
                var page = caller.get(next);
                assertThat(page.status()).as(page.toString()).isEqualTo(200);
                page.json().get("items").forEach(item -> seen.add(item.get("id").asLong()));
                cast.tier(caller, "%02d intrus de %s".formatted(pages * 3, sort), unit);
                var cursor = page.json().get("next");
                assertThat(page.header("Link").isPresent()).isEqualTo(!cursor.isNull());
                next = cursor.isNull()
                        ? null
                        : "tiers?limit=4&sort=" + sort + "&salesUnit=" + unit + "&after=" + Api.encode(cursor.asText());
                assertThat(++pages).as("the walk ends").isLessThan(100);
                if (pages > 40) {
                    break; // newest-last order meets each intruder once: enough seen
                }
            }
            assertThat(seen).as(sort).doesNotHaveDuplicates().containsAll(there);
            there.addAll(seen);
        }
    }

    @Test
    void theLinkHeaderLeadsToTheNextPage() {
        var page = caller.get("tiers?limit=3&sort=code");
        var link = page.header("Link").orElseThrow();
        assertThat(link).contains("rel=\"next\"");
        var target = link.substring(link.indexOf('<') + 1, link.indexOf('>')).replaceFirst("^https?://[^/]+", "");
        var second = caller.get(target);
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.json().get("items")).hasSize(3);
        assertThat(second.json().at("/items/0/id")).isNotEqualTo(page.json().at("/items/0/id"));
    }

    @Test
    void whatIsUnknownIsRefusedByNameAndNeverIgnored() {
        var parameter = caller.get("tiers?colour=red");
        assertThat(parameter.status()).isEqualTo(400);
        assertThat(parameter.json().at("/violations/0/field").asText()).isEqualTo("colour");
        var field = caller.post("tiers", "{\"name\":\"x\",\"types\":[\"PROSPECT\"],\"colour\":\"red\"}");
        assertThat(field.status()).isEqualTo(400);
        assertThat(field.json().at("/violations/0/field").asText()).isEqualTo("colour");
        var nested = caller.post("tiers", "{\"name\":\"x\",\"types\":[\"PROSPECT\"],\"address\":{\"colour\":\"red\"}}");
        assertThat(nested.status()).isEqualTo(400);
        assertThat(nested.json().at("/violations/0/field").asText()).isEqualTo("address.colour");
        for (var wrong :
                List.of("limit=0", "limit=201", "limit=x", "after=x", "sort=colour", "blocked=yes", "status=OPEN")) {
            assertThat(caller.get("tiers?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void everyErrorIsAProblemInTheLanguageThatIsAskedFor() {
        var problem = caller.with("Accept-Language", "en").post("tiers", "{}");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.mediaType()).isEqualTo("application/problem+json");
        var json = problem.json();
        assertThat(json.get("type").asText()).startsWith("urn:tiers:problem:");
        assertThat(json.get("status").asInt()).isEqualTo(400);
        assertThat(json.get("instance").asText()).startsWith("urn:uuid:");
        for (var name : List.of("title", "detail")) {
            assertThat(json.get(name).asText()).isNotBlank();
        }
        assertThat(json.get("violations")).allSatisfy(violation -> {
            assertThat(violation.get("field").asText()).isNotBlank();
            assertThat(violation.get("code").asText()).isNotBlank();
            assertThat(violation.get("message").asText()).isNotBlank();
        });
        var french = caller.with("Accept-Language", "fr").post("tiers", "{}").json();
        assertThat(french.get("detail").asText())
                .isNotEqualTo(json.get("detail").asText());
        assertThat(caller.with("Accept-Language", "fr-CA,en;q=0.5")
                        .post("tiers", "{}")
                        .json()
                        .get("detail"))
                .isEqualTo(french.get("detail"));
        assertThat(caller.post("tiers", "{}").json().get("detail")).isEqualTo(french.get("detail"));
    }

    @Test
    void wrongMethodsAndMediaTypesAndSizesHaveTheirOwnAnswers() {
        problem(405, caller.delete("tiers"));
        problem(405, caller.send("PATCH", "search", null));
        problem(406, caller.with("Accept", "image/png").get("tiers"));
        problem(415, caller.with("Content-Type", "text/plain").send("POST", "tiers", BodyPublishers.ofString("x")));
        problem(
                415,
                caller.with("Content-Type", "application/xml").send("POST", "tiers", BodyPublishers.ofString("<x/>")));
        problem(404, caller.get("nothing"));
        problem(404, caller.get("tiers/999999999"));
        problem(404, caller.get("tiers/abc"));
        var large = "{\"name\":\"" + "x".repeat(1_150_000) + "\"}";
        problem(413, caller.post("tiers", large));
        // without a length announced
        var bytes = large.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        problem(
                413,
                caller.with("Content-Type", "application/json")
                        .send(
                                "POST",
                                "tiers",
                                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes))));
        problem(400, caller.post("tiers", "{\"name\":"));
        problem(400, caller.post("tiers", "{\"name\":\"x\",\"name\":\"y\",\"types\":[\"PROSPECT\"]}"));
    }

    private static void problem(int status, Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.mediaType()).as(answer.toString()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    }

    @Test
    void withoutOrWithWrongCredentialsThereIsA401AndNoForm() {
        var wrong = List.of(
                Api.anonymous(),
                Api.basic(login, "wrong"),
                Api.basic("nobody-at-all", "wrong"),
                Api.token("abc.def.ghi"),
                Api.token("x"),
                Api.anonymous().with("Authorization", "Basic !!!"),
                Api.anonymous().with("Authorization", "Basic"),
                Api.anonymous().with("Authorization", "Basic Og"),
                Api.anonymous().with("Authorization", "basic YWJj=ZZZ"),
                Api.anonymous().with("Authorization", "Bearer"),
                Api.anonymous().with("Authorization", "Digest x"));
        for (var api : wrong) {
            var answer = api.get("tiers");
            problem(401, answer);
            assertThat(answer.header("WWW-Authenticate")).as(answer.toString()).isPresent();
            assertThat(answer.header("Set-Cookie").filter(cookie -> !cookie.contains("Expires=Thu, 01-Jan-1970")))
                    .as("no session is kept: " + answer)
                    .isEmpty();
        }
    }

    @Test
    void noSessionIsMadeForARequestOfAProgram() {
        assertThat(caller.get("me").header("Set-Cookie")).isEmpty();
        assertThat(Cast.as(login).get("me").header("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenDoesWhatItsScopesSay() {
        var me = Cast.as(login);
        var read = Api.token(me.post("tokens", "{\"name\":\"r\",\"scopes\":[\"read\"]}")
                .json()
                .get("token")
                .asText());
        assertThat(read.get("tiers?limit=1").status()).isEqualTo(200);
        problem(403, read.post("tiers", MINIMAL.formatted("x")));
        assertThat(read.post("tiers", MINIMAL.formatted("x")).problem()).isEqualTo("token-scope");
        var write = Api.token(me.post("tokens", "{\"name\":\"w\",\"scopes\":[\"write\"]}")
                .json()
                .get("token")
                .asText());
        problem(403, write.get("tiers?limit=1"));
        problem(400, me.post("tokens", "{\"name\":\"x\",\"scopes\":[\"all\"]}"));
        problem(400, me.post("tokens", "{\"name\":\"x\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}"));
        problem(400, me.post("tokens", "{\"name\":\"x\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}"));
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        var me = Cast.as(login);
        var made = me.post("tokens", "{\"name\":\"bientôt révoqué\"}").json();
        var token = Api.token(made.get("token").asText());
        assertThat(token.get("me").status()).isEqualTo(200);
        assertThat(me.get("tokens").body())
                .contains(made.get("id").asText())
                .doesNotContain(made.get("token").asText());
        assertThat(me.delete("tokens/" + made.get("id").asText()).status()).isEqualTo(204);
        problem(401, token.get("me"));
        assertThat(me.get("tokens").body()).doesNotContain(made.get("id").asText());
        problem(404, me.delete("tokens/" + made.get("id").asText()));
    }

    @Test
    void aTokenMakesNoToken() {
        var refused = caller.post("tokens", "{\"name\":\"héritier\"}");
        problem(403, refused);
        assertThat(refused.problem()).isEqualTo("token-from-token");
        assertThat(Cast.as(login).get("tokens").body()).doesNotContain("héritier");
    }

    @Test
    void aTokenIsATokenHoweverItsHeaderIsWritten() {
        var me = Cast.as(login);
        var read = me.post("tokens", "{\"name\":\"déguisé\",\"scopes\":[\"read\"]}")
                .json()
                .get("token")
                .asText();
        var disguised = List.of(
                Api.anonymous().with("Authorization", "bearer " + read),
                Api.anonymous().with("Authorization", "Bearer   " + read),
                Api.anonymous().with("Authorization", "Bearer" + read),
                Api.anonymous().with("Authorization", "BEARER\t" + read),
                Api.anonymous().with("Authorization", "none").with("Authorization", "Bearer " + read));
        for (var api : disguised) {
            for (var path : List.of("tokens", "tiers")) {
                var answer = api.post(path, MINIMAL.formatted("déguisé"));
                assertThat(answer.status()).as(answer.toString()).isIn(401, 403);
            }
        }
    }

    @Test
    void nobodyRevokesTheTokenOfSomebodyElse() {
        var made = Cast.as(login).post("tokens", "{\"name\":\"le mien\"}").json();
        var other = Cast.as(cast.user("ADMINISTRATOR", null));
        problem(404, other.delete("tokens/" + made.get("id").asText()));
        assertThat(Api.token(made.get("token").asText()).get("me").status()).isEqualTo(200);
    }

    @Test
    void aDeactivatedUserIsRefusedAtOnceByTokenAndPassword() {
        var gone = cast.user("ADMINISTRATOR", null);
        var token = Cast.tokenOf(gone);
        assertThat(token.get("me").status()).isEqualTo(200);
        fr.tiers.it.World.get().sql().update("update app_user set active = false where login = ?", gone);
        problem(401, token.get("me"));
        problem(401, Cast.as(gone).get("me"));
    }

    @Test
    void aTokenSignedBySomebodyElseIsRefused() {
        var parts = Cast.as(login)
                .post("tokens", "{\"name\":\"à contrefaire\"}")
                .json()
                .get("token")
                .asText()
                .split("\\.");
        var signature = parts[2];
        var forged = (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
        problem(401, Api.token(parts[0] + '.' + parts[1] + '.' + forged).get("me"));
        var none = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        problem(401, Api.token(none + '.' + parts[1] + '.').get("me"));
    }
}
