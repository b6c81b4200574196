package fr.tiers.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Following tiers and being told, over REST and on the running server. */
class SubscriptionIT {

    private static final Sql SQL = World.get().sql();

    private static Cast cast;
    private static String here;
    private static Api manager;
    private static String salesLogin;
    private static Api sales;
    private static Api stranger;
    private static Api admin;

    @BeforeAll
    static void people() {
        cast = new Cast(SubscriptionIT.class);
        here = cast.unit("HERE", null);
        manager = Cast.tokenOf(cast.user("SALES_MANAGER", here));
        salesLogin = cast.user("SALES", here);
        sales = Cast.tokenOf(salesLogin);
        stranger = Cast.tokenOf(cast.user("SALES", cast.unit("ELSE", null)));
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    private static JsonNode tier(String title) {
        return cast.tier(manager, title, here);
    }

    private static List<String> told(Api who, long tier) {
        return StreamSupport.stream(
                        who.get("notifications?limit=200").json().get("items").spliterator(), false)
                .filter(each -> each.get("tier").asLong() == tier)
                .map(each -> each.get("code").asText())
                .toList();
    }

    private static void waitFor(Api who, long tier, String... codes) throws Exception {
        Until.holds("told " + List.of(codes), Duration.ofSeconds(30), () -> told(who, tier)
                .containsAll(List.of(codes)));
    }

    @Test
    void aTierIsFollowedAndLeft() {
        var path = "tiers/" + tier("suivi").get("id") + "/subscription";
        assertThat(sales.get(path).json().get("followed").asBoolean()).isFalse();
        assertThat(sales.put(path, "").json().get("reasons").get(0).asText()).isEqualTo("CHOSEN");
        assertThat(sales.put(path, "").status()).isEqualTo(200);
        assertThat(sales.get("subscriptions?limit=200").json().toString()).contains(cast.name() + " suivi");
        assertThat(sales.delete(path).json().get("followed").asBoolean()).isFalse();
        assertThat(sales.get("subscriptions?limit=200").json().toString()).doesNotContain(cast.name() + " suivi");
        for (var answer : List.of(stranger.get(path), stranger.put(path, ""), stranger.delete(path))) {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void whatOthersDoIsToldOnceAndIsReadOneByOne() throws Exception {
        var boss = Cast.tokenOf(cast.user("SALES_MANAGER", here));
        var tier = cast.tier(boss, "vie", here);
        long id = tier.get("id").asLong();
        sales.put("tiers/" + id + "/subscription", "");
        boss.put("tiers/" + id + "/subscription", "");

        assertThat(boss.post("tiers/" + id + "/notes", "{\"body\":\"Rappeler\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sales.post("tiers/" + id + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel\"}")
                        .status())
                .isEqualTo(201);
        var whole = boss.get("tiers/" + id);
        assertThat(boss.with("If-Match", whole.etag())
                        .patch(
                                "tiers/" + id,
                                "{\"phone\":\"0240000000\",\"blocked\":true,\"blockedReason\":\"Impayé\"}")
                        .status())
                .isEqualTo(200);

        waitFor(sales, id, "NOTE_ADDED", "BLOCKED", "TIER_MODIFIED");
        waitFor(boss, id, "EVENT_ADDED");
        assertThat(told(sales, id)).doesNotHaveDuplicates().doesNotContain("EVENT_ADDED");
        assertThat(told(boss, id)).containsExactly("EVENT_ADDED");
        assertThat(boss.get("tiers/" + id + "/events").json().toString()).contains("\"code\":\"BLOCKED\"");

        var mine = boss.get("notifications?unread=true&language=en")
                .json()
                .get("items")
                .get(0);
        assertThat(mine.get("text").asText()).isEqualTo("Event added: Appel");
        assertThat(mine.get("page").asText()).startsWith("/tier/record.xhtml?id=" + id + "&tab=event&show=");
        var one = "notifications/" + mine.get("id");
        assertThat(boss.get("notifications/count").json().get("unread").asInt()).isEqualTo(1);
        assertThat(boss.put(one + "/read", "").json().get("read").asBoolean()).isTrue();
        assertThat(boss.get("notifications/count").json().get("unread").asInt()).isZero();
        assertThat(boss.delete(one + "/read").json().get("read").asBoolean()).isFalse();
        assertThat(boss.post("notifications/read", "{\"upTo\":" + mine.get("id") + "}")
                        .json()
                        .get("unread")
                        .asInt())
                .isZero();
        assertThat(stranger.get(one).status()).isEqualTo(404);
        assertThat(stranger.put(one + "/read", "").status()).isEqualTo(404);
    }

    @Test
    void badInputIsRefused() {
        assertThat(sales.get("notifications?unread=perhaps").status()).isEqualTo(400);
        assertThat(sales.get("notifications?language=la").status()).isEqualTo(400);
        assertThat(sales.get("notifications?after=x").status()).isEqualTo(400);
        assertThat(sales.get("subscriptions?after=x").status()).isEqualTo(400);
        assertThat(sales.post("notifications/read", "{}").status()).isEqualTo(400);
        assertThat(sales.put("subscriptions/settings", "{}").status()).isEqualTo(428);
        var read = stranger.get("subscriptions/settings");
        var refused = stranger.with("If-Match", read.etag())
                .put("subscriptions/settings", "{\"mail\":\"OWL\",\"codes\":[\"X\",null]}");
        assertThat(refused.status()).isEqualTo(400);
        var first = stranger.with("If-Match", read.etag()).put("subscriptions/settings", "{\"mail\":\"WEEKLY\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(stranger.with("If-Match", read.etag())
                        .put("subscriptions/settings", "{}")
                        .status())
                .isEqualTo(412);
        assertThat(stranger.with("If-Match", first.etag())
                        .put("subscriptions/settings", "{\"mail\":\"NONE\",\"onScreen\":false}")
                        .json()
                        .get("onScreen")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void ofOneTierSomethingElseIsToldThanOfAllOthers() throws Exception {
        long id = tier("choisi").get("id").asLong();
        sales.put("tiers/" + id + "/subscription", "");
        var path = "tiers/" + id + "/subscription/codes";
        var usual = sales.get(path);
        assertThat(usual.json().get("own").asBoolean()).isFalse();
        assertThat(sales.put(path, "{\"codes\":[]}").status()).isEqualTo(428);
        var first = sales.with("If-Match", usual.etag());
        assertThat(first.put(path, "{}").status()).isEqualTo(400);
        assertThat(first.put(path, "{\"codes\":[\"PAYMENT_REVERSED\"]}").json().get("violations"))
                .as("what nothing brings about is not offered")
                .hasSize(1);
        var own = first.put(path, "{\"codes\":[\"BLOCKED\"]}");
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(first.put(path, "{\"codes\":[]}").status()).isEqualTo(412);
        assertThat(sales.get("subscriptions?limit=200").body()).contains("\"ownChoice\":true");

        manager.post("tiers/" + id + "/notes", "{\"body\":\"Rappeler\"}");
        manager.with("If-Match", manager.get("tiers/" + id).etag())
                .patch("tiers/" + id, "{\"blocked\":true,\"blockedReason\":\"Impayé\"}");
        waitFor(sales, id, "BLOCKED");
        assertThat(told(sales, id)).containsExactly("BLOCKED");

        assertThat(sales.delete(path).json().get("own").asBoolean()).isFalse();
        assertThat(sales.delete(path).status()).isEqualTo(200);
        for (var answer : List.of(
                stranger.get(path),
                stranger.with("If-Match", "\"0\"").put(path, "{\"codes\":[]}"),
                stranger.delete(path))) {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void administratorsSayWhatIsWrittenAmongTheEvents() {
        var tier = tier("journal");
        long id = tier.get("id").asLong();
        var code = admin.get("happenings/DOCUMENT_ADDED");
        assertThat(code.json().get("writesEvent").asBoolean()).isFalse();
        assertThat(sales.with("If-Match", code.etag())
                        .put("happenings/DOCUMENT_ADDED", "{\"writesEvent\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.put("happenings/DOCUMENT_ADDED", "{\"writesEvent\":true}")
                        .status())
                .isEqualTo(428);
        var on = admin.with("If-Match", code.etag()).put("happenings/DOCUMENT_ADDED", "{\"writesEvent\":true}");
        assertThat(on.status()).isEqualTo(200);
        assertThat(admin.with("If-Match", code.etag())
                        .put("happenings/DOCUMENT_ADDED", "{\"writesEvent\":false}")
                        .status())
                .isEqualTo(412);
        assertThat(admin.with("If-Match", on.etag())
                        .put("happenings/DOCUMENT_ADDED", "{\"writesEvent\":false}")
                        .status())
                .isEqualTo(200);
        var event = admin.get("happenings/EVENT_ADDED");
        assertThat(admin.with("If-Match", event.etag())
                        .put("happenings/EVENT_ADDED", "{\"writesEvent\":true}")
                        .problem())
                .isEqualTo("happening-is-event");
        assertThat(admin.get("happenings/NOPE").status()).isEqualTo(404);
        assertThat(sales.get("happenings").json().get("items").size()).isGreaterThan(20);
        assertThat(manager.get("tiers/" + id + "/events").json().get("items")).isEmpty();
    }

    @Test
    void invoicesPaymentsAndTheLimitAreTold() throws Exception {
        var tier = tier("encours");
        long id = tier.get("id").asLong();
        var code = tier.get("code").asText();
        var accountant = Cast.tokenOf(cast.user("ACCOUNTING", here));
        var settings = sales.get("subscriptions/settings");
        sales.with("If-Match", settings.etag())
                .put(
                        "subscriptions/settings",
                        "{\"codes\":[\"INVOICE_RECEIVED\",\"INVOICE_PAID\",\"PAYMENT_RECORDED\",\"LIMIT_CROSSED\",\"NOTE_ADDED\",\"BLOCKED\",\"TIER_MODIFIED\",\"EVENT_ADDED\"]}");
        sales.put("tiers/" + id + "/subscription", "");
        cast.invoice(code, cast.name() + "-F1");
        accountant.put("erp/outstanding/" + code, "{\"amount\":950,\"creditLimit\":1000}");
        accountant.put("erp/outstanding/" + code, "{\"amount\":960,\"creditLimit\":1000}");
        accountant.put("erp/outstanding/" + code, "{\"amount\":1200,\"creditLimit\":1000}");
        var line = accountant
                .get("invoices?tier=" + id)
                .json()
                .get("items")
                .get(0)
                .get("lines")
                .get(0)
                .get("id");
        assertThat(accountant
                        .post(
                                "payments",
                                "{\"tier\":%d,\"method\":\"CHEQUE\",\"date\":\"2026-11-20\",\"allocations\":[{\"invoiceLine\":%s,\"amount\":100}]}"
                                        .formatted(id, line))
                        .status())
                .isEqualTo(201);

        waitFor(sales, id, "INVOICE_RECEIVED", "INVOICE_PAID", "PAYMENT_RECORDED", "LIMIT_CROSSED");
        assertThat(told(sales, id).stream().filter("LIMIT_CROSSED"::equals)).hasSize(2);
    }

    @Test
    void aDigestArrivesOnceWithAllThatWaited() throws Exception {
        var login = cast.user("SALES", here);
        var reader = Cast.tokenOf(login);
        var address = cast.name().toLowerCase(Locale.ROOT) + "@abonne.example";
        SQL.update("update app_user set email = ? where login = ?", address, login);
        long id = tier("résumé").get("id").asLong();
        reader.put("tiers/" + id + "/subscription", "");
        reader.with("If-Match", reader.get("subscriptions/settings").etag())
                .put("subscriptions/settings", "{\"mail\":\"DAILY\"}");
        manager.post("tiers/" + id + "/notes", "{\"body\":\"Une note\"}");
        manager.post("tiers/" + id + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel du jour\"}");
        waitFor(reader, id, "NOTE_ADDED", "EVENT_ADDED");
        assertThat(SQL.number("select count(*) from outbox_mail where recipients[1] = ?", address))
                .isZero();

        SQL.update(
                "update subscription_setting set digest_at = now() - interval '1 minute' where user_id = ?",
                cast.userId(login));
        Until.holds(
                "one digest with both",
                Duration.ofSeconds(30),
                () -> SQL.number(
                                "select count(*) from outbox_mail where recipients[1] = ? and status = 'SENT' and body like '%Appel du jour%'",
                                address)
                        == 1);
    }
}
