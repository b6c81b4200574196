package fr.tiers.happening;

import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever of the catalogue is offered happens: for each code somebody does something, and the owner of the tier is told. */
class HappeningCatalogueIT {

    private static final String BOUNDARY = "tests-boundary";
    private static final String OWNED = "{\"name\":\"%s\",\"types\":[\"%s\"],\"owner\":\"%s\"}";

    private static Cast cast;
    private static String ownerLogin;
    private static Api owner;
    private static Api author;
    private static Api accountant;

    private final Map<String, Act> acts = new HashMap<>();

    /** What somebody does with a tier. */
    private interface Act {
        void on(Case tier);
    }

    /** A tier of the owner's. */
    private record Case(String id, String code) {

        String path() {
            return "tiers/" + id;
        }

        void patch(String body) {
            done(author.with("If-Match", author.get(path()).etag()).patch(path(), body));
        }

        Api.Answer post(String part, String body) {
            return done(author.post(path() + part, body));
        }
    }

    @BeforeAll
    static void people() {
        cast = new Cast(HappeningCatalogueIT.class);
        var here = cast.unit("HERE", null);
        ownerLogin = cast.user("SALES", here);
        owner = Cast.tokenOf(ownerLogin);
        var authorLogin = cast.user("ADMINISTRATOR", here);
        author = Cast.tokenOf(authorLogin);
        accountant = Cast.tokenOf(cast.user("ACCOUNTING", here));
        World.get().sql().update("update app_user set email = 'auteur@lettres.example' where login = ?", authorLogin);
    }

    private static Api.Answer done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private static Case tier(String title, String type) {
        var made = done(author.post("tiers", OWNED.formatted(cast.name() + ' ' + title, type, ownerLogin)))
                .json();
        return new Case(made.get("id").asText(), made.get("code").asText());
    }

    private static Api.Answer upload(String path, String content) {
        return done(author.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\nContent-Type: application/octet-stream\r\n\r\n%PDF-1.4 "
                                + content + "\r\n--" + BOUNDARY + "--\r\n")));
    }

    private static String contact(Case tier, String name) {
        return tier.post(
                        "/contacts", "{\"lastName\":\"" + name + "\",\"email\":\"c" + tier.id() + "@lettres.example\"}")
                .json()
                .get("id")
                .asText();
    }

    private static void pay(Case tier) {
        cast.invoice(tier.code(), cast.name() + "-F" + tier.id());
        var line = accountant.get("invoices?tier=" + tier.id()).json().at("/items/0/lines/0/id");
        done(accountant.post(
                "payments",
                "{\"tier\":%s,\"method\":\"CHEQUE\",\"date\":\"2026-11-20\",\"allocations\":[{\"invoiceLine\":%s,\"amount\":100}]}"
                        .formatted(tier.id(), line)));
    }

    /** @return the merge */
    private static String merge(Case tier) {
        var other = tier("double de " + tier.id(), "PROSPECT");
        return tier.post("/merge", "{\"from\":" + other.id() + '}')
                .json()
                .get("mergeId")
                .asText();
    }

    private void writeActs() {
        acts.put("TIER_CREATED", tier -> {});
        acts.put("TIER_MODIFIED", tier -> tier.patch("{\"phone\":\"0240000000\"}"));
        acts.put("CONVERTED_TO_PROSPECT", tier -> tier.post("/convert", "{\"to\":\"PROSPECT\"}"));
        acts.put("CONVERTED_TO_CUSTOMER", tier -> tier.post("/convert", "{\"to\":\"CUSTOMER\"}"));
        acts.put("BLOCKED", tier -> tier.patch("{\"blocked\":true,\"blockedReason\":\"Impayé\"}"));
        acts.put("UNBLOCKED", tier -> {
            tier.patch("{\"blocked\":true,\"blockedReason\":\"Impayé\"}");
            tier.patch("{\"blocked\":false}");
        });
        acts.put("WATCHED", tier -> tier.patch("{\"underWatch\":true,\"watchReason\":\"Retards\"}"));
        acts.put("UNWATCHED", tier -> {
            tier.patch("{\"underWatch\":true,\"watchReason\":\"Retards\"}");
            tier.patch("{\"underWatch\":false}");
        });
        acts.put("OWNER_CHANGED", tier -> {
            done(owner.put(tier.path() + "/subscription", ""));
            tier.patch("{\"owner\":null}");
            tier.patch("{\"owner\":\"" + ownerLogin + "\"}");
        });
        acts.put("REPRESENTATIVE_CHANGED", tier -> {
            var path = tier.path() + "/representatives";
            done(author.with("If-Match", author.get(path).etag())
                    .put(path, "{\"representatives\":[{\"user\":\"" + ownerLogin + "\",\"share\":100}]}"));
        });
        acts.put(
                "COLLABORATOR_CHANGED",
                tier -> tier.post("/collaborators", "{\"user\":\"" + ownerLogin + "\",\"type\":\"TELESALES\"}"));
        acts.put("MERGED", HappeningCatalogueIT::merge);
        acts.put("MERGE_UNDONE", tier -> done(author.post("merges/" + merge(tier) + "/undo", "{}")));
        acts.put("CONTACT_ADDED", tier -> contact(tier, "Nouveau"));
        acts.put("CONTACT_MOVED", tier -> {
            contact(tier, "Partant");
            var link = author.get(tier.path() + "/contacts").json().at("/items/0");
            var path = "contacts/" + link.get("contactId") + "/links/" + link.get("id");
            var next = tier("suivant " + tier.id(), "PROSPECT");
            done(author.with("If-Match", author.get(path).etag())
                    .post(path + "/change-employer", "{\"tierId\":" + next.id() + ",\"from\":\"2026-11-02\"}"));
        });
        acts.put(
                "MAIL_SENT",
                tier -> tier.post(
                        "/mails",
                        "{\"contacts\":[" + contact(tier, "Lecteur")
                                + "],\"subject\":\"Votre projet\",\"html\":\"<p>Bonjour</p>\"}"));
        acts.put("EVENT_ADDED", tier -> tier.post("/events", "{\"type\":\"CALL\",\"subject\":\"Appel\"}"));
        acts.put("NOTE_ADDED", tier -> tier.post("/notes", "{\"body\":\"Rappeler\"}"));
        acts.put("DOCUMENT_ADDED", tier -> upload(tier.path() + "/documents", "un"));
        acts.put("DOCUMENT_VERSION", tier -> {
            var id = upload(tier.path() + "/documents", "un").json().get("id");
            upload("documents/" + id + "/versions", "deux");
        });
        acts.put("INVOICE_RECEIVED", tier -> cast.invoice(tier.code(), cast.name() + "-R" + tier.id()));
        acts.put("INVOICE_PAID", HappeningCatalogueIT::pay);
        acts.put("PAYMENT_RECORDED", HappeningCatalogueIT::pay);
        acts.put(
                "LIMIT_CROSSED",
                tier -> done(
                        accountant.put("erp/outstanding/" + tier.code(), "{\"amount\":950,\"creditLimit\":1000}")));
    }

    @Test
    void eachCodeOnOfferIsBroughtAboutByAnAct() throws Exception {
        writeActs();
        var offered = StreamSupport.stream(
                        owner.get("happenings").json().get("items").spliterator(), false)
                .map(each -> each.get("code").asText())
                .toList();
        assertThat(acts.keySet()).as("an act for each code").containsExactlyInAnyOrderElementsOf(offered);
        done(owner.with("If-Match", owner.get("subscriptions/settings").etag())
                .put(
                        "subscriptions/settings",
                        "{\"codes\":["
                                + String.join(
                                        ",",
                                        offered.stream()
                                                .map(code -> '"' + code + '"')
                                                .toList()) + "]}"));
        var cases = new HashMap<String, Case>();
        for (var code : offered) {
            var tier = tier(code, code.equals("CONVERTED_TO_PROSPECT") ? "SUSPECT" : "PROSPECT");
            cases.put(code, tier);
            acts.get(code).on(tier);
        }
        for (var each : cases.entrySet()) {
            Until.holds(each.getKey(), Duration.ofSeconds(30), () -> told(each.getValue(), each.getKey()) >= 1);
        }
        assertThat(told(cases.get("MAIL_SENT"), "MAIL_SENT")).isEqualTo(1);
        assertThat(told(cases.get("MAIL_SENT"), "EVENT_ADDED"))
                .as("the mail is not told as an event too")
                .isZero();
    }

    private static long told(Case tier, String code) {
        return StreamSupport.stream(
                        owner.get("notifications?limit=200").json().get("items").spliterator(), false)
                .filter(each -> each.get("tier").asText().equals(tier.id()))
                .filter(each -> each.get("code").asText().equals(code))
                .count();
    }
}
