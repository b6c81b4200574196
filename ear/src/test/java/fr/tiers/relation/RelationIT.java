package fr.tiers.relation;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Relations between tiers over REST. */
class RelationIT {

    private static Cast cast;
    private static Api sales;
    private static Api admin;
    private static long one;
    private static long other;
    private static long hidden;

    @BeforeAll
    static void prepare() {
        cast = new Cast(RelationIT.class);
        var here = cast.unit("HERE", null);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(cast.user("SALES", here));
        one = cast.tier(admin, "Un", here).get("id").asLong();
        other = cast.tier(admin, "Deux", here).get("id").asLong();
        hidden =
                cast.tier(admin, "Ailleurs", cast.unit("THERE", null)).get("id").asLong();
    }

    @Test
    void isCreatedReadChangedAndDeletedFromBothSides() {
        var created = sales.post(
                "tiers/" + one + "/relations",
                "{\"type\":\"PRESCRIBER\",\"other\":" + other + ",\"from\":\"2020-01-01\",\"note\":\"<b>#{1+1}</b>\"}");
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        var path = "relations/" + created.json().get("id").asLong();
        assertThat(created.header("Location").orElseThrow()).endsWith(path);

        var seen = sales.get("tiers/" + other + "/relations?type=PRESCRIBER")
                .json()
                .get("items")
                .get(0);
        assertThat(seen.get("labelFr").asText()).isEqualTo("Prescrit par");
        assertThat(seen.get("other").get("id").asLong()).isEqualTo(one);

        assertThat(sales.post("tiers/" + one + "/relations", "{\"type\":\"PRESCRIBER\",\"other\":" + other + "}")
                        .problem())
                .isEqualTo("relation-double");
        assertThat(sales.patch(path, "{\"to\":\"2021-01-01\"}").status()).isEqualTo(428);
        var ended = sales.with("If-Match", created.etag()).patch(path, "{\"to\":\"2021-01-01\"}");
        assertThat(ended.json().get("inForce").asBoolean()).isFalse();
        assertThat(sales.with("If-Match", created.etag()).delete(path).status()).isEqualTo(412);
        assertThat(sales.with("If-Match", ended.etag()).delete(path).status()).isEqualTo(204);
        assertThat(sales.get(path).status()).isEqualTo(404);
    }

    @Test
    void aRelationWithAHiddenTierDoesNotExist() {
        var relation = admin.post("tiers/" + one + "/relations", "{\"type\":\"PARTNER\",\"other\":" + hidden + "}");
        assertThat(sales.get("relations/" + relation.json().get("id").asLong()).status())
                .isEqualTo(404);
        assertThat(sales.get("tiers/" + one + "/relations?type=PARTNER")
                        .json()
                        .get("total")
                        .asLong())
                .isZero();
        assertThat(sales.post("tiers/" + one + "/relations", "{\"type\":\"COMPETITOR\",\"other\":" + hidden + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theTreeTellsHowManyTiersAreHidden() {
        admin.with("If-Match", admin.get("tiers/" + hidden).etag())
                .patch("tiers/" + hidden, "{\"parent\":" + other + ",\"turnover\":1000}");
        var tree = sales.get("tiers/" + other + "/relations/tree").json();
        assertThat(tree.at("/tree/childCount").asLong()).isZero();
        assertThat(tree.at("/turnover/hidden").asLong()).isOne();
        assertThat(admin.get("tiers/" + other + "/relations/tree")
                        .json()
                        .at("/turnover/amounts/0/amount")
                        .asLong())
                .isEqualTo(1000);
        var marketing = Cast.tokenOf(cast.user("MARKETING", null));
        assertThat(marketing
                        .get("tiers/" + other + "/relations/tree")
                        .json()
                        .get("outstanding")
                        .isNull())
                .isTrue();
    }

    @Test
    void typesAreForAdministrators() {
        var body = "{\"code\":\"" + cast.name().toUpperCase(java.util.Locale.ROOT)
                + "\",\"labelFr\":\"Jumeau de\",\"labelEn\":\"Twin of\",\"symmetric\":true}";
        assertThat(sales.post("relation-types", body).status()).isEqualTo(403);
        var created = admin.post("relation-types", body);
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        assertThat(created.json().get("inverseFr").asText()).isEqualTo("Jumeau de");
        assertThat(admin.delete("relation-types/" + cast.name().toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(204);
    }
}
