package fr.tiers.merge;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Merge of contacts over REST: looked at, done, led on, undone, refused. */
class ContactMergeIT {

    private static Cast cast;
    private static Api caller;
    private static String unit;
    private static String manager;
    private static long here;
    private static long there;

    @BeforeAll
    static void prepare() {
        cast = new Cast(ContactMergeIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        unit = cast.unit("UN", null);
        manager = cast.user("SALES_MANAGER", unit);
        here = cast.tier(caller, "ici", unit).get("id").asLong();
        there = cast.tier(caller, "là", unit).get("id").asLong();
    }

    private static Link at(long tier, String body) {
        var answer = caller.post("tiers/" + tier + "/contacts", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Link(
                answer.json().get("contactId").asLong(), answer.json().get("id").asLong());
    }

    /** A person at a tier. */
    private record Link(long contact, long id) {

        JsonNode read() {
            return caller.get("contacts/" + contact).json();
        }
    }

    private static Api.Answer merge(Link survivor, Link source, String more) {
        return caller.post("contacts/" + survivor.contact() + "/merge", "{\"from\":" + source.contact() + more + '}');
    }

    private static JsonNode line(Api.Answer preview, String field) {
        for (var line : preview.json().get("lines")) {
            if (field.equals(line.get("field").asText())) {
                return line;
            }
        }
        throw new AssertionError(field + " is no line of " + preview);
    }

    @Test
    void aPreviewWritesNothingAndTheMergeDoesWhatItSaid() {
        var survivor = at(
                here,
                "{\"lastName\":\"Durand\",\"firstName\":\"Anne\",\"role\":\"Achats\",\"email\":\"anne@example.org\",\"main\":true}");
        var source = at(
                here,
                "{\"lastName\":\"DURAND\",\"role\":\"Qualité\",\"email\":\"a.durand@example.org\",\"phone\":\"0199001122\"}");
        var elsewhere = caller.post(
                "contacts/" + source.contact() + "/links", "{\"tierId\":" + there + ",\"email\":\"la@example.org\"}");
        assertThat(elsewhere.status()).as(elsewhere.toString()).isEqualTo(201);
        var person = caller.get("contacts/" + source.contact());
        var refusing = caller.with("If-Match", person.etag())
                .patch("contacts/" + source.contact(), "{\"doNotEmail\":true,\"birthday\":\"1970-05-04\"}");
        assertThat(refusing.status()).as(refusing.toString()).isEqualTo(200);
        var event = caller.post(
                        "tiers/" + here + "/events",
                        "{\"type\":\"CALL\",\"subject\":\"Appel\",\"contactId\":" + source.contact() + '}')
                .json()
                .get("id")
                .asLong();

        var preview = caller.get("contacts/" + survivor.contact() + "/merge-preview?from=" + source.contact());
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(line(preview, "firstName").get("choice").asText()).isEqualTo("SURVIVOR");
        assertThat(line(preview, "birthday").get("result").asText()).isEqualTo("1970-05-04");
        assertThat(line(preview, "notes").get("result").asText())
                .as("what has no place in the job")
                .contains("a.durand@example.org");
        assertThat(preview.json().get("violations")).isEmpty();
        assertThat(caller.get("contacts/" + source.contact()).status()).isEqualTo(200);

        var merged = merge(
                survivor,
                source,
                ",\"take\":{\"lastName\":\"SOURCE\"},\"fingerprint\":\""
                        + preview.json().get("fingerprint").asText() + '"');
        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        var kept = merged.json().get("survivor");
        assertThat(kept.get("lastName").asText()).isEqualTo("DURAND");
        assertThat(kept.get("firstName").asText()).isEqualTo("Anne");
        assertThat(kept.get("doNotEmail").asBoolean()).isTrue();
        assertThat(kept.get("links")).as("one link per tier").hasSize(2);
        var job = caller.get("contacts/" + survivor.contact() + "/links/" + survivor.id())
                .json();
        assertThat(job.get("role").asText()).isEqualTo("Achats, Qualité");
        assertThat(job.get("email").asText()).isEqualTo("anne@example.org");
        assertThat(job.get("phone").asText()).isEqualTo("0199001122");
        assertThat(job.get("main").asBoolean()).isTrue();
        assertThat(caller.get("events/" + event).json().get("contactId").asLong())
                .isEqualTo(survivor.contact());
        assertThat(merged.json().at("/moved/event").asLong()).isEqualTo(1);

        var redirect = caller.get("contacts/" + source.contact() + "/links");
        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.header("Location").orElseThrow()).endsWith("/contacts/" + survivor.contact() + "/links");
        assertThat(merge(survivor, source, "").problem()).isEqualTo("merge-already-merged");
        assertThat(caller.get("contacts/" + survivor.contact() + "/merges")
                        .json()
                        .get("items"))
                .hasSize(1);

        var undone = caller.post("merges/" + merged.json().get("mergeId").asLong() + "/undo", "{}");
        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(source.read().get("links")).hasSize(2);
        assertThat(survivor.read().get("lastName").asText()).isEqualTo("Durand");
        assertThat(survivor.read().get("doNotEmail").asBoolean()).isFalse();
        assertThat(caller.get("events/" + event).json().get("contactId").asLong())
                .isEqualTo(source.contact());
    }

    @Test
    void theStricterStateOfAnAddressStays() {
        var survivor = at(here, "{\"lastName\":\"État\",\"email\":\"etat@example.org\"}");
        var source = at(here, "{\"lastName\":\"État\",\"email\":\"Etat@example.org\"}");
        var state = "contacts/" + source.contact() + "/links/" + source.id();
        var set = caller.with("If-Match", caller.get(state).etag())
                .put(state + "/email-state", "{\"state\":\"INVALID\"}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(merge(survivor, source, "").status()).isEqualTo(200);
        assertThat(survivor.read().at("/links/0/emailState").asText()).isEqualTo("INVALID");
    }

    @Test
    void whoIsAPersonTwiceReportsToNobodyOfTheTwo() {
        var survivor = at(here, "{\"lastName\":\"Cercle\"}");
        var source = at(here, "{\"lastName\":\"Cercle\",\"reportsTo\":" + survivor.id() + '}');
        var below = at(here, "{\"lastName\":\"Dessous\",\"reportsTo\":" + source.id() + '}');
        assertThat(merge(survivor, source, "").status()).isEqualTo(200);
        assertThat(survivor.read().at("/links/0/reportsTo").isNull()).isTrue();
        assertThat(below.read().at("/links/0/reportsTo").asLong()).isEqualTo(survivor.id());
    }

    @Test
    void anAccountMovesAndTwoAreAskedAbout() {
        var survivor = at(here, "{\"lastName\":\"Compte\"}");
        var source = at(here, "{\"lastName\":\"Compte\"}");
        var other = at(here, "{\"lastName\":\"Compte\"}");
        var login = cast.user("EXTRANET", null);
        account(source, login);
        assertThat(merge(survivor, source, "").status()).isEqualTo(200);
        assertThat(survivor.read().get("extranetLogin").asText()).isEqualTo(login);

        account(other, cast.user("EXTRANET", null));
        var refused = merge(survivor, other, "");
        assertThat(refused.problem()).isEqualTo("merge-refused");
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("merge-accounts");
        assertThat(merge(survivor, other, ",\"force\":true").status())
                .as("a reason is wanted")
                .isEqualTo(400);
        assertThat(merge(survivor, other, ",\"force\":true,\"reason\":\"Doublon\"")
                        .status())
                .isEqualTo(200);
        assertThat(survivor.read().get("extranetLogin").asText()).isEqualTo(login);
    }

    private static void account(Link person, String login) {
        var given = caller.with(
                        "If-Match", caller.get("contacts/" + person.contact()).etag())
                .patch("contacts/" + person.contact(), "{\"extranetLogin\":\"" + login + "\"}");
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
    }

    @Test
    void twoPrivatePersonsAreNotMadeOneByTheirContactsAndARecordFollowsItsContact() {
        long individual = individual("Zoé");
        long second = individual("Zoë");
        var one = contactOf(individual);
        var two = contactOf(second);
        assertThat(merge(one, two, "").json().at("/violations/0/code").asText()).isEqualTo("merge-individuals");

        var survivor = at(here, "{\"lastName\":\"" + cast.name() + "\",\"firstName\":\"Zoélie\"}");
        assertThat(merge(survivor, one, "").status()).isEqualTo(200);
        assertThat(caller.get("tiers/" + individual).json().get("firstName").asText())
                .isEqualTo("Zoélie");
    }

    private static long individual(String firstName) {
        var answer = caller.post(
                "tiers",
                "{\"kind\":\"INDIVIDUAL\",\"name\":\"%1$s %2$s\",\"lastName\":\"%1$s\",\"firstName\":\"%2$s\",\"types\":[\"PROSPECT\"]}"
                        .formatted(cast.name(), firstName));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    private static Link contactOf(long tier) {
        var link = caller.get("tiers/" + tier + "/contacts").json().at("/items/0");
        return new Link(link.get("contactId").asLong(), link.get("id").asLong());
    }

    @Test
    void whatIsNotTheCallersToSeeOrToChangeIsRefused() {
        var survivor = at(here, "{\"lastName\":\"Droits\"}");
        var source = at(here, "{\"lastName\":\"Droits\"}");
        assertThat(merge(survivor, survivor, "").status()).isEqualTo(400);
        assertThat(merge(survivor, new Link(999_999_999L, 0), "").status()).isEqualTo(404);
        var path = "contacts/" + survivor.contact() + "/merge";
        var body = "{\"from\":" + source.contact() + '}';
        assertThat(Cast.as(cast.user("SALES_MANAGER", cast.unit("AILLEURS", null)))
                        .post(path, body)
                        .status())
                .isEqualTo(404);
        assertThat(Cast.as(cast.user("SALES", unit)).post(path, body).status()).isEqualTo(403);

        long foreign =
                cast.tier(caller, "étranger", cast.unit("LOIN", null)).get("id").asLong();
        caller.post("contacts/" + source.contact() + "/links", "{\"tierId\":" + foreign + '}');
        var refused = Cast.as(manager).post(path, body);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("merge-out-of-sight");
        assertThat(refused.toString()).doesNotContain("étranger");
    }

    @Test
    void whatChangedSinceThePreviewIsNotMergedBlindly() {
        var survivor = at(here, "{\"lastName\":\"Stable\"}");
        var source = at(here, "{\"lastName\":\"Changeant\"}");
        var fingerprint = caller.get("contacts/" + survivor.contact() + "/merge-preview?from=" + source.contact())
                .json()
                .get("fingerprint")
                .asText();
        caller.post(
                "tiers/" + here + "/events",
                "{\"type\":\"CALL\",\"subject\":\"Entre-temps\",\"contactId\":" + source.contact() + '}');
        var changed = merge(survivor, source, ",\"fingerprint\":\"" + fingerprint + '"');
        assertThat(changed.problem()).isEqualTo("merge-changed");
        var now = changed.json().at("/preview/fingerprint").asText();
        assertThat(now).as("the preview of now comes along").isNotEmpty().isNotEqualTo(fingerprint);
        assertThat(World.get().sql().number("select count(*) from contact where id = ?", source.contact()))
                .isEqualTo(1);
        assertThat(merge(survivor, source, ",\"fingerprint\":\"" + now + '"').status())
                .isEqualTo(200);
    }
}
