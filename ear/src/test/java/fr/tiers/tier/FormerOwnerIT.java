package fr.tiers.tier;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who has left goes on owning what was his or hers, and is given nothing new. */
class FormerOwnerIT {

    private static final String BODY = "{\"name\":\"%s\",\"types\":[\"PROSPECT\"],\"owner\":\"%s\"}";

    private static Cast cast;
    private static Api admin;
    private static String leaver;
    private static String owned;

    @BeforeAll
    static void prepare() {
        cast = new Cast(FormerOwnerIT.class);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        leaver = cast.user("SALES", null);
        owned = "tiers/" + admin.post("tiers", body("Possédé")).json().get("id");
        World.get().sql().update("update app_user set active = false where login = ?", leaver);
    }

    private static String body(String title) {
        return BODY.formatted(cast.name() + ' ' + title, leaver);
    }

    private static Api reader(String path) {
        return admin.with("If-Match", admin.get(path).etag());
    }

    @Test
    void aTierWhoseOwnerHasLeftIsStillSaved() {
        var patched = reader(owned).patch(owned, "{\"observation\":\"vu\"}");
        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        var replaced = reader(owned).put(owned, body("Remplacé"));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);
        assertThat(replaced.json().get("owner").asText()).isEqualTo(leaver);
    }

    @Test
    void somebodyWhoHasLeftIsNotGivenATier() {
        refused(admin.post("tiers", body("Nouveau")));
        var other = "tiers/" + cast.tier(admin, "Libre", null).get("id");
        refused(reader(other).patch(other, "{\"owner\":\"" + leaver + "\"}"));
        assertThat(admin.get(other).json().get("owner").isNull()).isTrue();
    }

    private static void refused(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo("owner");
        assertThat(answer.json().at("/violations/0/code").asText()).isEqualTo("unknown-reference");
    }
}
