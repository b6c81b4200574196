package fr.tiers.collaborator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Those who work on a tier, represent us there or look in from outside, and why they may, as a program sees it. */
class CollaboratorIT {

    private static final Cast CAST = new Cast(CollaboratorIT.class);

    private static String here;
    private static String there;
    private static String sales;
    private static String other;
    private static Api admin;
    private static Api salesperson;
    private static Api stranger;
    private static Api reader;

    @BeforeAll
    static void prepare() {
        here = CAST.unit("HERE", null);
        there = CAST.unit("THERE", null);
        sales = CAST.user("SALES", here);
        other = CAST.user("SALES", there);
        admin = Cast.tokenOf(CAST.user("ADMINISTRATOR", null));
        salesperson = Cast.tokenOf(sales);
        stranger = Cast.tokenOf(other);
        reader = Cast.tokenOf(CAST.user("READER", here));
    }

    @Test
    void aCollaboratorIsLetInAndShutOutAtOnce() {
        var tier = path("collaboré");
        assertThat(stranger.get(tier).status()).isEqualTo(404);

        var added = salesperson.post(tier + "/collaborators", "{\"user\":\"" + other + "\",\"type\":\"TELESALES\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var entry = "collaborators/" + added.json().get("id");
        assertThat(added.header("Location").orElseThrow()).endsWith(entry);
        assertThat(stranger.get(tier).status()).isEqualTo(200);
        var edited = stranger.with("If-Match", stranger.get(tier).etag()).patch(tier, "{\"observation\":\"vu\"}");
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);

        assertThat(salesperson.delete(entry).status()).isEqualTo(428);
        var changed = salesperson.with("If-Match", "\"0\"").put(entry, "{\"type\":\"MARKETING\"}");
        assertThat(changed.json().get("type").asText()).isEqualTo("MARKETING");
        assertThat(salesperson.with("If-Match", "\"0\"").delete(entry).status()).isEqualTo(412);
        assertThat(salesperson.with("If-Match", changed.etag()).delete(entry).status())
                .isEqualTo(204);
        assertThat(stranger.get(tier).status()).isEqualTo(404);
        assertThat(admin.get(tier + "/history").body()).contains("Télévente").contains("Marketing");
    }

    @Test
    void whoMayNotIsToldWhichRightIsMissing() {
        var tier = path("lu");
        var refused = reader.post(tier + "/collaborators", "{\"user\":\"" + other + "\",\"type\":\"SALES\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("right-missing");
        assertThat(reader.with("Accept-Language", "fr")
                        .post(tier + "/collaborators", "{\"user\":\"x\",\"type\":\"SALES\"}")
                        .body())
                .contains("Affecter");
        assertThat(reader.with("If-Match", "\"0\"")
                        .put(tier + "/confidentiality", "{\"confidential\":true}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void representativesAreReplacedAsAWhole() {
        var tier = path("représenté") + "/representatives";
        var half = "{\"representatives\":[{\"user\":\"%s\",\"share\":60},{\"user\":\"%s\",\"share\":%d}]}";
        var version = salesperson.with("If-Match", salesperson.get(tier).etag());
        var wrong = version.put(tier, half.formatted(sales, other, 30));
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(400);
        assertThat(wrong.json().get("violations").get(0).get("code").asText()).isEqualTo("shares-not-whole");

        var replaced = version.put(tier, half.formatted(sales, other, 40));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);
        assertThat(replaced.json().get("representatives")).hasSize(2);
        assertThat(version.put(tier, half.formatted(sales, other, 40)).status()).isEqualTo(412);
        assertThat(salesperson.put(tier, "{\"representatives\":[]}").status()).isEqualTo(428);
        assertThat(stranger.get(tier).status())
                .as("who represents us sees the tier")
                .isEqualTo(200);
        var emptied = salesperson.with("If-Match", replaced.etag()).put(tier, "{\"representatives\":[]}");
        assertThat(emptied.status()).isEqualTo(200);
        assertThat(stranger.get(tier).status()).isEqualTo(404);
    }

    @Test
    void aConfidentialTierIsForThoseWhoWorkOnIt() {
        var tier = path("confidentiel");
        assertThat(reader.get(tier).status()).isEqualTo(200);
        salesperson.post(tier + "/collaborators", "{\"user\":\"" + sales + "\",\"type\":\"SALES\"}");
        var etag = salesperson.get(tier + "/confidentiality").etag();
        assertThat(etag).isEqualTo(salesperson.get(tier).etag());
        var set = salesperson.with("If-Match", etag).put(tier + "/confidentiality", "{\"confidential\":true}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.etag()).isEqualTo(salesperson.get(tier).etag());

        var assistant = Cast.tokenOf(CAST.user("ASSISTANT", null));
        for (var shutOut : List.of(reader, assistant)) {
            assertThat(shutOut.get(tier).status()).isEqualTo(404);
            assertThat(shutOut.get("tiers?q=confidentiel%20" + CAST.name())
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
        }
        assertThat(admin.get(tier).status()).isEqualTo(200);
        var patched = salesperson.with("If-Match", set.etag()).patch(tier, "{\"observation\":\"suite\"}");
        assertThat(patched.status())
                .as("the form goes on from there: " + patched)
                .isEqualTo(200);
    }

    @Test
    void accessIsExplained() {
        var tier = path("expliqué");
        salesperson.post(tier + "/collaborators", "{\"user\":\"" + other + "\",\"type\":\"TECHNICIAN\"}");

        var mine = salesperson.get(tier + "/access").json().get("actions");
        assertThat(mine.get("READ").get(0).get("grant").asText()).isEqualTo("STRUCTURE");
        assertThat(mine.get("READ").get(0).get("through").asText()).isEqualTo(here);
        assertThat(mine.has("DELETE")).isFalse();
        assertThat(salesperson.get(tier + "/access?user=" + other).status()).isEqualTo(403);

        var others = admin.get(tier + "/access?user=" + other).json().get("actions");
        assertThat(others.get("EDIT").get(0).get("grant").asText()).isEqualTo("COLLABORATOR");
        assertThat(others.get("EDIT").get(0).get("through").asText()).isEqualTo("TECHNICIAN");
        assertThat(admin.get(tier + "/access?user=nobody-at-all").status()).isEqualTo(400);
        assertThat(logins(admin.get(tier + "/access/users").json())).contains(sales, other);
        assertThat(salesperson.get(tier + "/access/users").status()).isEqualTo(403);
    }

    private static List<String> logins(JsonNode answer) {
        return answer.get("items").findValuesAsText("user");
    }

    @Test
    void anExtranetUserIsLetInAndShutOut() {
        var tier = path("ouvert");
        var login = CAST.user("EXTRANET", null);
        var guest = Cast.as(login);
        assertThat(guest.get(tier).status()).isEqualTo(404);
        var granted = salesperson.post(tier + "/extranet-users", "{\"user\":\"" + login + "\"}");
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
        assertThat(guest.get(tier).status()).isEqualTo(200);
        assertThat(salesperson
                        .get(tier + "/extranet-users")
                        .json()
                        .get("items")
                        .get(0)
                        .get("through")
                        .asText())
                .isEqualTo("TIER");
        assertThat(reader.delete(tier + "/extranet-users/" + login).status()).isEqualTo(403);
        assertThat(salesperson.delete(tier + "/extranet-users/" + login).status())
                .isEqualTo(204);
        assertThat(guest.get(tier).status()).isEqualTo(404);
        assertThat(salesperson.delete(tier + "/extranet-users/" + login).status())
                .isEqualTo(404);
    }

    /** The only test that changes what roles may do, and only for a role that no other test asks about in this respect. */
    @Test
    void whatARoleMayDoIsSetAndCountsAtOnce() {
        var tier = path("réglé");
        var technician = Cast.tokenOf(CAST.user("TECHNICIAN", here));
        var edit = technician.with("If-Match", technician.get(tier).etag());
        assertThat(edit.patch(tier, "{\"observation\":\"x\"}").problem()).isEqualTo("right-missing");
        assertThat(technician.get(tier + "/outstanding").status()).isEqualTo(403);
        assertThat(reader.get("rights").status()).isEqualTo(403);

        var before = admin.get("rights");
        var matrix = before.json().deepCopy();
        var levels = (ObjectNode) matrix.get("rights").get("TECHNICIAN");
        levels.put("EDIT", "STRUCTURE").put("SEE_OUTSTANDING", "STRUCTURE");
        var set = admin.with("If-Match", before.etag()).put("rights", "{\"rights\":" + matrix.get("rights") + "}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        try {
            assertThat(edit.patch(tier, "{\"observation\":\"x\"}").status()).isEqualTo(200);
            assertThat(technician.get(tier + "/outstanding").status()).isEqualTo(200);
            assertThat(admin.with("If-Match", before.etag())
                            .put("rights", "{\"rights\":{}}")
                            .status())
                    .isEqualTo(412);
            assertThat(admin.get("rights/history?limit=2")
                            .json()
                            .get("items")
                            .get(0)
                            .get("role")
                            .asText())
                    .isEqualTo("TECHNICIAN");
        } finally {
            var reset = admin.with("If-Match", set.etag())
                    .put("rights", "{\"rights\":" + before.json().get("rights") + "}");
            assertThat(reset.status()).as(reset.toString()).isEqualTo(200);
        }
        assertThat(technician.get(tier + "/outstanding").status()).isEqualTo(403);
        assertThat(admin.put("rights", "{\"rights\":{}}").status()).isEqualTo(428);
        var unknown = admin.with("If-Match", set.etag()).put("rights", "{\"rights\":{\"SALES\":{\"FLY\":\"ALL\"}}}");
        assertThat(unknown.status()).as(unknown.toString()).isEqualTo(400);
    }

    @Test
    void typesAreTheAdministrators() {
        var code = "T" + Math.abs(CAST.name().hashCode() % 100_000);
        var body = "{\"code\":\"" + code + "\",\"labelFr\":\"Export\",\"labelEn\":\"Export\"}";
        assertThat(salesperson.post("collaborator-types", body).status()).isEqualTo(403);
        var made = admin.post("collaborator-types", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var tier = path("typé");
        salesperson.post(tier + "/collaborators", "{\"user\":\"" + other + "\",\"type\":\"" + code + "\"}");
        assertThat(admin.delete("collaborator-types/" + code).status()).isEqualTo(409);
        World.get().sql().update("delete from tier_collaborator where type = ?", code);
        assertThat(admin.delete("collaborator-types/" + code).status()).isEqualTo(204);
    }

    private static String path(String title) {
        return "tiers/" + CAST.tier(admin, title, here).get("id");
    }
}
