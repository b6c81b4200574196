package fr.tiers.tag;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tags over REST: the same of tiers, people, addresses and documents. */
@ExtendWith(InTheWorld.class)
class TagIT {

    private static Cast cast;
    private static Api admin;
    private static Api sales;
    private static Api reader;
    private static Api elsewhere;

    @BeforeAll
    static void people() {
        cast = new Cast(TagIT.class);
        var here = cast.unit("HERE", null);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(cast.user("SALES", here));
        reader = Cast.tokenOf(cast.user("READER", here));
        elsewhere = Cast.tokenOf(cast.user("SALES", cast.unit("ELSEWHERE", null)));
    }

    /** Path of an object on a tier of its own. */
    private static String wearer(String kind, String name) {
        long tier = cast.tier(sales, name, cast.name() + "-HERE").get("id").asLong();
        return kind
                + '/'
                + switch (kind) {
                    case "contacts" -> id(
                            sales.post("tiers/" + tier + "/contacts", "{\"lastName\":\"" + name + "\"}"), "contactId");
                    case "addresses" -> id(
                            sales.post(
                                    "tiers/" + tier + "/addresses",
                                    "{\"label\":\"" + name + "\",\"usages\":[\"SITE\"]}"),
                            "id");
                    case "documents" -> World.get()
                            .sql()
                            .number(
                                    """
                                    with made as (
                                        insert into document (tier_id, name, number, author, created_at, updated_by, updated_at)
                                        values (?, ?, 1, 'x', now(), 'x', now()) returning id)
                                    insert into document_version (document_id, number, file_name, media_type, size, sha256, author,
                                                                  created_at)
                                    select id, 1, 'a.pdf', 'application/pdf', 1, repeat('0', 64), 'x', now() from made
                                    returning document_id
                                    """,
                                    tier,
                                    name);
                    default -> tier;
                };
    }

    private static long id(Api.Answer created, String field) {
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get(field).asLong();
    }

    private static String label(String word) {
        return cast.name() + ' ' + word;
    }

    private static String body(String label) {
        return "{\"label\":\"" + label + "\"}";
    }

    private static List<String> labels(Api.Answer answer) {
        var labels = new ArrayList<String>();
        answer.json().get("items").forEach(tag -> labels.add(tag.get("label").asText()));
        return labels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiers", "contacts", "addresses", "documents"})
    void aTagComesAndGoesAndEachTimeTheObjectIsANewVersion(String kind) {
        var path = wearer(kind, "Porteur " + kind);
        var label = label("Vu " + kind);
        var before = sales.get(path);

        var hung = sales.post(path + "/tags", body(label));
        assertThat(hung.status()).as(hung.toString()).isEqualTo(201);
        assertThat(hung.header("Location").orElse(""))
                .endsWith(path + "/tags/" + hung.json().get("id"));
        assertThat(labels(sales.get(path + "/tags"))).containsExactly(label);
        var worn = sales.get(path);
        assertThat(worn.json().get("tags").get(0).asText()).isEqualTo(label);
        assertThat(worn.etag()).isNotEqualTo(before.etag());

        assertThat(sales.post(path + "/tags", "{}").status()).isEqualTo(400);
        assertThat(sales.post(path + "/tags", "{\"label\":\"x\",\"colour\":\"red\"}")
                        .status())
                .isEqualTo(400);
        assertThat(reader.post(path + "/tags", body(label)).status()).isEqualTo(403);
        for (var attempt : List.of(
                elsewhere.get(path + "/tags"),
                elsewhere.post(path + "/tags", body(label)),
                elsewhere.delete(path + "/tags/" + hung.json().get("id")))) {
            assertThat(attempt.status()).as(attempt.toString()).isEqualTo(404);
        }

        var tag = "tags/" + hung.json().get("id");
        var inUse = admin.with("If-Match", admin.get(tag).etag()).delete(tag);
        assertThat(inUse.problem()).as(inUse.toString()).isEqualTo("tag-in-use");
        assertThat(sales.delete(path + '/' + tag).status()).isEqualTo(204);
        assertThat(sales.delete(path + '/' + tag).status()).isEqualTo(404);
        assertThat(sales.get(path).json().get("tags")).isEmpty();
    }

    @Test
    void listsOfPeopleAndSitesAreFilteredByAnyAllAndNone() {
        var both = wearer("contacts", cast.name() + "both");
        var one = wearer("contacts", cast.name() + "one");
        wearer("contacts", cast.name() + "none");
        sales.post(both + "/tags", body(label("A")));
        sales.post(both + "/tags", body(label("B")));
        sales.post(one + "/tags", body(label("A")));
        var site = wearer("addresses", "Quai");
        sales.post(site + "/tags", body(label("A")));

        assertThat(names("tag", "A")).containsExactly("both", "one");
        assertThat(names("tagAll", "A", "tagAll", "B")).containsExactly("both");
        assertThat(names("tagNone", "B")).containsExactly("none", "one");
        assertThat(names("tag", "A", "tagNone", "B")).containsExactly("one");
        var sites = sales.get("sites?tag=" + Api.encode(label("A"))).json().get("items");
        assertThat(sites).hasSize(1);
        assertThat(sites.get(0).get("address").get("tags").get(0).asText()).isEqualTo(label("A"));
        assertThat(sales.get("contacts?emailState=NONSENSE").status()).isEqualTo(400);
        assertThat(sales.get("contacts?tags=x").status()).isEqualTo(400);
    }

    @Test
    void aMergedTagIsWornByAllThatWoreTheOther() {
        var person = wearer("contacts", "Fusion");
        var tier = wearer("tiers", "Fusion");
        long kept = id(sales.post(tier + "/tags", body(label("Salon"))), "id");
        long gone = id(sales.post(person + "/tags", body(label("Sallon"))), "id");

        var merged = admin.post("tags/" + gone + "/merge", "{\"into\":" + kept + '}');

        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        assertThat(labels(sales.get(person + "/tags"))).containsExactly(label("Salon"));
        assertThat(labels(sales.get(tier + "/tags"))).containsExactly(label("Salon"));
        assertThat(merged.json().get("scopes").toString()).contains("CONTACT", "TIER");
    }

    private static List<String> names(String... conditions) {
        var query = new StringBuilder("contacts?q=" + cast.name());
        for (int i = 0; i < conditions.length; i += 2) {
            query.append('&').append(conditions[i]).append('=').append(Api.encode(label(conditions[i + 1])));
        }
        var answer = sales.get(query.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var names = new ArrayList<String>();
        for (JsonNode row : answer.json().get("items")) {
            var name = row.get("lastName").asText();
            // the words are found in the names of tiers, too
            if (name.startsWith(cast.name())) {
                names.add(name.substring(cast.name().length()));
            }
        }
        return names;
    }
}
