package fr.tiers.tier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with a record in the browser, done over REST. */
class TierRecordIT {

    private static Cast cast;
    private static Api admin;

    @BeforeAll
    static void prepare() {
        cast = new Cast(TierRecordIT.class);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    @Test
    void aCustomerThatIsASupplierTooHasACodeAndABlockForEach() {
        var path = create("Négoce", "\"types\":[\"CUSTOMER\",\"SUPPLIER\"]");
        for (var function : List.of("CUSTOMER", "SUPPLIER")) {
            var block = path + "/functions/" + function;
            var changed = at(block)
                    .put(
                            block,
                            "{\"code\":\"%s-%s\",\"paymentTerms\":\"30 jours\"}"
                                    .formatted(cast.name(), function.charAt(0)));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        }

        var blocks = admin.get(path + "/functions").json().get("items");

        assertThat(blocks.findValuesAsText("function")).containsExactly("CUSTOMER", "SUPPLIER");
        assertThat(blocks.findValuesAsText("code")).containsExactly(cast.name() + "-C", cast.name() + "-S");
        // a code belongs to one function of one tier
        var other = create("Autre négoce", "\"types\":[\"SUPPLIER\"]") + "/functions/SUPPLIER";
        var doubled = at(other).put(other, "{\"code\":\"" + cast.name() + "-C\"}");
        assertThat(doubled.status()).as(doubled.toString()).isEqualTo(400);
    }

    @Test
    void aCoupleIsAHouseholdOfTwoPeopleWithOneMainContact() {
        var home = create("Foyer", "\"kind\":\"HOUSEHOLD\",\"types\":[\"CUSTOMER\"],\"address\":{\"city\":\"Nantes\"}");
        var lucie = individual("Lucie");
        var paul = individual("Paul");
        for (var person : List.of(lucie, paul)) {
            var contact = admin.get(person + "/contacts")
                    .json()
                    .at("/items/0/contactId")
                    .asText();
            var linked = admin.post(
                    "contacts/" + contact + "/links", "{\"tierId\":" + home.replace("tiers/", "") + ",\"main\":true}");
            assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
        }

        assertThat(members(home)).containsExactlyInAnyOrder("Lucie false", "Paul true");

        at(lucie).patch(lucie, "{\"firstName\":\"Lucile\"}");
        var paulsContact = "contacts/"
                + admin.get(paul + "/contacts").json().at("/items/0/contactId").asText();
        at(paulsContact).patch(paulsContact, "{\"firstName\":\"Paulin\"}");

        assertThat(members(home)).containsExactlyInAnyOrder("Lucile false", "Paulin true");
        assertThat(admin.get(paul).json().get("firstName").asText()).isEqualTo("Paulin");
    }

    private List<String> members(String home) {
        return StreamSupport.stream(
                        admin.get(home + "/contacts").json().get("items").spliterator(), false)
                .map(contact -> contact.get("firstName").asText()
                        + ' '
                        + contact.get("main").asBoolean())
                .toList();
    }

    @Test
    void theSlowerOfTwoIsToldAndNothingIsLost() {
        var path = create("Disputé", "\"types\":[\"PROSPECT\"]");
        var read = admin.get(path).etag();
        assertThat(admin.with("If-Match", read)
                        .patch(path, "{\"phone\":\"01 99 00 00 02\"}")
                        .status())
                .isEqualTo(200);

        var slower = admin.with("If-Match", read).patch(path, "{\"phone\":\"01 99 00 00 01\",\"sector\":\"Santé\"}");

        assertThat(slower.status()).isEqualTo(412);
        assertThat(admin.patch(path, "{\"phone\":\"01 99 00 00 01\"}").status()).isEqualTo(428);
        var theirs = admin.get(path).json();
        assertThat(theirs.get("phone").asText()).isEqualTo("01 99 00 00 02");
        assertThat(theirs.get("sector").isNull()).isTrue();
        assertThat(at(path).patch(path, "{\"sector\":\"Santé\"}")
                        .json()
                        .get("phone")
                        .asText())
                .isEqualTo("01 99 00 00 02");
    }

    @Test
    void aParentIsNoDescendant() {
        var top = create("Haut", "\"types\":[\"CUSTOMER\"]");
        var middle = create("Milieu", "\"types\":[\"CUSTOMER\"],\"parent\":" + top.replace("tiers/", ""));
        var bottom = create("Bas", "\"types\":[\"CUSTOMER\"],\"parent\":" + middle.replace("tiers/", ""));

        for (var parent : List.of(bottom, middle, top)) {
            var refused = at(top).patch(top, "{\"parent\":" + parent.replace("tiers/", "") + "}");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("parent");
            assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("circle");
        }
        assertThat(admin.get(middle + "/relations/tree")
                        .json()
                        .at("/tree/childCount")
                        .asInt())
                .isOne();
    }

    @Test
    void aMissingPointNamesTheFieldThatEarnsIt() {
        var path = create("Incomplet", "\"types\":[\"PROSPECT\"]");
        var before = admin.get(path + "/quality").json();
        assertThat(before.get("points").findValuesAsText("missing")).contains("headcount");

        at(path).patch(path, "{\"headcount\":4}");

        var after = admin.get(path + "/quality").json();
        assertThat(after.get("points").findValuesAsText("missing")).doesNotContain("headcount");
        assertThat(after.get("score").asInt()).isEqualTo(before.get("score").asInt() + 1);
    }

    @Test
    void whatTheSearchFindsNamesThePageThatShowsIt() {
        var path = create("Cherché", "\"types\":[\"PROSPECT\"]");
        var word = cast.name() + "aiguille";
        var note = admin.post(path + "/notes", "{\"body\":\"" + word + "\"}")
                .json()
                .get("id");

        JsonNode hit = admin.get("search?q=" + word).json().at("/items/0");

        assertThat(hit.get("kind").asText()).isEqualTo("NOTE");
        assertThat(hit.get("url").asText())
                .endsWith("/tier/record.xhtml?id=" + path.replace("tiers/", "") + "&tab=note&show=" + note);
    }

    private static String individual(String firstName) {
        return create(
                firstName,
                "\"kind\":\"INDIVIDUAL\",\"types\":[\"CUSTOMER\"],\"lastName\":\"%s\",\"firstName\":\"%s\""
                        .formatted(cast.name(), firstName));
    }

    /** @return the path of a new tier */
    private static String create(String title, String fields) {
        var answer = admin.post(
                "tiers?allowDuplicate=true", "{\"name\":\"" + cast.name() + ' ' + title + "\"," + fields + "}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return "tiers/" + answer.json().get("id").asText();
    }

    private static Api at(String path) {
        return admin.with("If-Match", admin.get(path).etag());
    }
}
