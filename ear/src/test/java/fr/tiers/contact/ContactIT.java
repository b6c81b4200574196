package fr.tiers.contact;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Contacts over REST: person, links, main contact, career, deletion, chart, and the private person who is his or her own contact. */
class ContactIT {

    private static Cast cast;
    private static String here;
    private static Api admin;
    private static Api sales;

    @BeforeAll
    static void prepare() {
        cast = new Cast(ContactIT.class);
        var root = cast.unit("ROOT", null);
        here = cast.unit("HERE", root);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(cast.user("SALES", here));
    }

    private static String tier(String name) {
        return cast.tier(admin, name, here).get("id").asText();
    }

    private static JsonNode add(String tier, String lastName, String more) {
        var answer = sales.post(
                "tiers/" + tier + "/contacts",
                "{\"lastName\":\"%s\",\"firstName\":\"Anne\"%s}".formatted(lastName, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location").orElse("")).endsWith(Api.ROOT + path(answer.json()));
        return answer.json();
    }

    private static String path(JsonNode link) {
        return "contacts/" + link.get("contactId") + "/links/" + link.get("id");
    }

    private static Api at(String path) {
        return sales.with("If-Match", sales.get(path).etag());
    }

    private static List<String> mains(String tier) {
        var names = new ArrayList<String>();
        sales.get("tiers/" + tier + "/contacts").json().get("items").forEach(link -> {
            if (link.get("main").asBoolean()) {
                names.add(link.get("lastName").asText());
            }
        });
        return names;
    }

    @Test
    void aPersonIsReadAndChangedWithTheVersionThatWasRead() {
        var link = add(tier("lu"), "Kermarec", ",\"doNotEmail\":true,\"linkedin\":\"linkedin.com/in/anne\"");
        var person = "contacts/" + link.get("contactId");

        var read = sales.get(person);
        assertThat(read.json().get("linkedin").asText()).isEqualTo("https://linkedin.com/in/anne");
        assertThat(sales.patch(person, "{\"notes\":\"x\"}").status()).isEqualTo(428);
        var changed =
                sales.with("If-Match", read.etag()).patch(person, "{\"notes\":\"Préfère le mardi\",\"linkedin\":null}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("linkedin").isNull()).isTrue();
        assertThat(changed.json().get("doNotEmail").asBoolean()).isTrue();
        assertThat(sales.with("If-Match", read.etag()).patch(person, "{}").status())
                .isEqualTo(412);
        assertThat(sales.with("If-Match", changed.etag())
                        .patch(person, "{\"unknown\":1}")
                        .status())
                .isEqualTo(400);
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static Api.Answer putPhoto(Api api, String person, byte[] sent, String type) {
        return api.with("Content-Type", type).send("PUT", person + "/photo", BodyPublishers.ofByteArray(sent));
    }

    @Test
    void aPhotoIsGivenReadAndTakenAway() throws IOException {
        var link = add(tier("photo"), "Photographiée", "");
        var person = "contacts/" + link.get("contactId");
        assertThat(sales.get(person + "/photo").status()).isEqualTo(404);
        assertThat(putPhoto(sales, person, picture("png"), "image/png").status())
                .isEqualTo(428);

        var put = putPhoto(at(person), person, picture("png"), "image/png");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.json().get("photo").asBoolean()).isTrue();
        var read = sales.get(person + "/photo");
        assertThat(read.mediaType()).isEqualTo("image/jpeg");
        assertThat(read.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.header("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(sales.with("If-None-Match", read.etag())
                        .get(person + "/photo")
                        .status())
                .isEqualTo(304);
        assertThat(sales.get(person + "/vcard").body()).contains("PHOTO;");

        assertThat(sales.with("If-Match", put.etag()).delete(person + "/photo").status())
                .isEqualTo(204);
        assertThat(sales.get(person + "/photo").status()).isEqualTo(404);
    }

    @Test
    void whatIsNoPhotoIsRefusedAndForeignersGetNone() throws IOException {
        var link = add(tier("photo refusée"), "Photographiée", "");
        var person = "contacts/" + link.get("contactId");
        assertThat(putPhoto(at(person), person, "<svg/>".getBytes(StandardCharsets.UTF_8), "image/png")
                        .problem())
                .isEqualTo("contact-photo-unreadable");
        assertThat(putPhoto(at(person), person, new byte[(10 << 20) + 1], "image/jpeg")
                        .status())
                .isEqualTo(413);
        assertThat(putPhoto(at(person), person, picture("png"), "text/html").status())
                .isEqualTo(415);

        putPhoto(at(person), person, picture("jpeg"), "application/octet-stream");
        var elsewhere = Cast.tokenOf(cast.user("SALES", cast.unit("AWAY" + link.get("id"), null)));
        assertThat(elsewhere.get(person + "/photo").status()).isEqualTo(404);
        assertThat(putPhoto(elsewhere.with("If-Match", "\"1\""), person, picture("png"), "image/png")
                        .status())
                .isEqualTo(404);
        var reader = Cast.tokenOf(cast.user("READER", here));
        assertThat(reader.get(person + "/photo").status()).isEqualTo(200);
        assertThat(putPhoto(reader.with("If-Match", "\"1\""), person, picture("png"), "image/png")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theStateOfAnAddressIsSaidAndForgottenWithTheAddress() {
        var link = add(tier("adresse"), "Joignable", ",\"email\":\"anne@exemple.example\"");
        var path = path(link);
        assertThat(link.get("emailState").asText()).isEqualTo("UNKNOWN");
        assertThat(sales.put(path + "/email-state", "{\"state\":\"INVALID\"}").status())
                .isEqualTo(428);

        var said = at(path).put(path + "/email-state", "{\"state\":\"INVALID\"}");
        assertThat(said.status()).as(said.toString()).isEqualTo(200);
        assertThat(said.json().get("emailState").asText()).isEqualTo("INVALID");
        assertThat(said.json().get("emailStateAt").asText()).isNotEmpty();
        assertThat(at(path).put(path + "/email-state", "{\"state\":\"PERHAPS\"}")
                        .status())
                .isEqualTo(400);
        var changed = at(path).patch(path, "{\"email\":\"autre@exemple.example\"}");
        assertThat(changed.json().get("emailState").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void exactlyOneIsTheMainContact() {
        var tier = tier("principal");
        var first = add(tier, "Un", "");
        add(tier, "Deux", "");
        assertThat(mains(tier)).containsExactly("Un");

        var refused = at(path(first)).delete(path(first));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("contact-main");
        at(path(first)).patch(path(first), "{\"main\":false}");
        assertThat(mains(tier)).containsExactly("Deux");
        assertThat(at(path(first)).delete(path(first)).status()).isEqualTo(204);
        assertThat(mains(tier)).containsExactly("Deux");
    }

    @Test
    void aPersonIsDeletedOnceUnlinked() {
        var link = add(tier("supprimé"), "Seul", "");
        var person = "contacts/" + link.get("contactId");

        var refused = at(person).delete(person);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("contact-linked");
        assertThat(refused.json().get("violations")).hasSize(1);
        assertThat(at(path(link)).delete(path(link)).status()).isEqualTo(204);
        assertThat(at(person).delete(person).status()).isEqualTo(204);
        assertThat(sales.get(person).status()).isEqualTo(404);
    }

    @Test
    void aChangeOfEmployerKeepsTheCareer() {
        var old = tier("ancien");
        var next = tier("nouveau");
        var link = add(old, "Voyageuse", ",\"from\":\"2020-01-06\"");
        var body = "{\"tierId\":%s,\"from\":\"2026-11-02\",\"jobTitle\":\"Directrice\"}".formatted(next);
        var key = UUID.randomUUID().toString();

        var answer = at(path(link)).with("Idempotency-Key", key).post(path(link) + "/change-employer", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var links =
                sales.get("contacts/" + link.get("contactId") + "/links").json().get("items");
        assertThat(links).hasSize(2);
        assertThat(links.get(0).get("tierId").asText()).isEqualTo(next);
        assertThat(links.get(1).get("to").asText()).isEqualTo("2026-11-01");
        assertThat(links.get(1).get("current").asBoolean()).isFalse();
    }

    @Test
    void thoseInChargeAreToldOfAChangeOfEmployerAndOfAConversion() {
        var old = tier("quitté");
        var next = tier("rejoint");
        var owner = cast.user("SALES", here);
        var sql = World.get().sql();
        sql.update("update app_user set email = ? where login = ?", owner + "@exemple.example", owner);
        sql.update("update tier set owner_id = ? where id = ?", cast.userId(owner), Long.valueOf(old));
        sql.update("update tier set owner_id = ? where id = ?", cast.userId(owner), Long.valueOf(next));
        var link = add(old, "Voyageuse", "");

        var body = "{\"tierId\":%s,\"from\":\"2026-11-02\"}".formatted(next);
        assertThat(at(path(link)).post(path(link) + "/change-employer", body).status())
                .isEqualTo(201);
        var conversion = "tiers/" + next + "/convert";
        assertThat(Cast.tokenOf(owner).post(conversion, "{\"to\":\"CUSTOMER\"}").status())
                .isLessThan(300);

        var count = "select count(*) from outbox_mail where recipients = array[?] and purpose = ?";
        assertThat(sql.number(count, owner + "@exemple.example", "CONTACT_MOVED"))
                .isOne();
        assertThat(sql.number(count, owner + "@exemple.example", "TIER_CONVERTED"))
                .as("nobody is told of what he or she has done")
                .isZero();
    }

    @Test
    void papersGoToTheOneNamedElseTheDefaultElseTheMainContact() {
        var tier = tier("usages");
        var principal = add(tier, "Principale", "");
        var accountant = add(tier, "Comptable", "");
        var usages = "tiers/" + tier + "/contact-usages";
        assertThat(sales.get(usages).json().get("items")).hasSize(4);
        var billing = usages + "/BILLING";
        assertThat(sales.get(billing).json().get("by").asText()).isEqualTo("MAIN");
        var choice = "{\"link\":" + accountant.get("id") + "}";
        assertThat(sales.put(billing, choice).status()).isEqualTo(428);

        var chosen = at(billing).put(billing, choice);
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(chosen.json().at("/contact/lastName").asText()).isEqualTo("Comptable");
        assertThat(sales.get(billing + "?contact=" + principal.get("id"))
                        .json()
                        .get("by")
                        .asText())
                .isEqualTo("EXPLICIT");
        assertThat(sales.with("If-Match", "\"0\"")
                        .put(billing, "{\"link\":null}")
                        .status())
                .isEqualTo(412);
        assertThat(at(billing).put(billing, "{\"link\":999999999}").status()).isEqualTo(400);
        assertThat(sales.get(billing + "?contact=x").status()).isEqualTo(400);
        assertThat(sales.get(usages + "/NOTHING").status()).isEqualTo(404);
    }

    @Test
    void theChartRefusesACircle() {
        var tier = tier("organigramme");
        var head = add(tier, "Tête", "");
        var foot = add(tier, "Pied", ",\"reportsTo\":" + head.get("id"));

        var refused = at(path(head)).patch(path(head), "{\"reportsTo\":" + foot.get("id") + '}');
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("chart-circle");
        var chart = sales.get("tiers/" + tier + "/org-chart").json();
        assertThat(chart.at("/roots/0/lastName").asText()).isEqualTo("Tête");
        assertThat(chart.at("/roots/0/reports/0/lastName").asText()).isEqualTo("Pied");
    }

    @Test
    void theListIsFilteredSortedAndTurnedByCursor() {
        var tier = tier("liste");
        add(tier, "Abricot", ",\"jobFamily\":\"QUALITY\"");
        add(tier, "Banane", ",\"jobFamily\":\"QUALITY\"");
        add(tier, "Cerise", ",\"jobFamily\":\"SALES\"");

        var page = sales.get("contacts?limit=1&sort=-name&jobFamily=QUALITY&tier=" + tier)
                .json();
        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/lastName").asText()).isEqualTo("Banane");
        var next = sales.get("contacts?limit=1&sort=-name&jobFamily=QUALITY&tier=" + tier + "&after="
                        + page.get("next").asText())
                .json();
        assertThat(next.at("/items/0/lastName").asText()).isEqualTo("Abricot");
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(sales.get("contacts?colour=red").status()).isEqualTo(400);
        assertThat(sales.get("contacts?sort=colour").status()).isEqualTo(400);
    }

    @Test
    void theVisitingCardIsText() {
        var link = add(tier("carte"), "Carton", ",\"email\":\"carton@exemple.example\",\"jobTitle\":\"Chef, adjoint\"");

        var card = sales.get("contacts/" + link.get("contactId") + "/vcard");
        assertThat(card.mediaType()).isEqualTo("text/vcard");
        assertThat(card.body()).contains("FN:Anne Carton", "TITLE:Chef\\, adjoint", "carton@exemple.example");
    }

    @Test
    void whoWorksAtNoTierOfMineDoesNotExist() {
        var elsewhere = cast.unit("AILLEURS", null);
        var tier = cast.tier(admin, "étranger", elsewhere).get("id").asText();
        var link = admin.post("tiers/" + tier + "/contacts", "{\"lastName\":\"Inconnue\"}")
                .json();

        assertThat(sales.get("contacts/" + link.get("contactId")).status()).isEqualTo(404);
        assertThat(sales.get(path(link)).status()).isEqualTo(404);
        assertThat(sales.get("contacts/" + link.get("contactId") + "/vcard").status())
                .isEqualTo(404);
        assertThat(sales.get("contacts?q=Inconnue&tier=" + tier)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        var own = tier("à moi");
        assertThat(sales.post("tiers/" + own + "/contacts", "{\"contactId\":" + link.get("contactId") + '}')
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyAnAdministratorOpensTheExtranet() {
        var guest = cast.user("EXTRANET", null);
        var link = add(tier("extranet"), "Invitée", "");
        var person = "contacts/" + link.get("contactId");
        var body = "{\"extranetLogin\":\"" + guest + "\"}";

        assertThat(at(person).patch(person, body).status()).isEqualTo(403);
        var opened = admin.with("If-Match", admin.get(person).etag()).patch(person, body);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
        assertThat(opened.json().get("extranetState").asText()).isEqualTo("ACTIVE");
        assertThat(sales.get("contacts?extranet=true&q=Invit%C3%A9e").json().at("/items/0/id"))
                .isEqualTo(link.get("contactId"));
    }

    @Test
    void aPrivatePersonAndTheContactStayTheSame() {
        var created = sales.post(
                "tiers",
                "{\"types\":[\"CUSTOMER\"],\"individual\":true,\"civility\":\"MME\",\"lastName\":\"Morel\",\"firstName\":\"Lucie\","
                        + "\"phone\":\"01 99 00 12 34\"}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var tier = "tiers/" + created.json().get("id");
        var link = sales.get(tier + "/contacts").json().at("/items/0");
        assertThat(link.get("lastName").asText()).isEqualTo("Morel");
        assertThat(link.get("main").asBoolean()).isTrue();
        assertThat(link.get("phone").asText()).isEqualTo("01 99 00 12 34");

        // from the tier to the contact
        at(tier).patch(tier, "{\"email\":\"lucie@courriel.example\"}");
        assertThat(sales.get(path(link)).json().get("email").asText()).isEqualTo("lucie@courriel.example");

        // from the contact to the tier
        var person = "contacts/" + link.get("contactId");
        var renamed = at(person).patch(person, "{\"lastName\":\"Garnier\"}");
        assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
        var moved = at(path(link)).patch(path(link), "{\"mobile\":\"06 39 98 00 11\"}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        var now = sales.get(tier).json();
        assertThat(now.get("name").asText()).isEqualTo("Garnier Lucie");
        assertThat(now.get("lastName").asText()).isEqualTo("Garnier");
        assertThat(now.get("mobile").asText()).isEqualTo("06 39 98 00 11");
        assertThat(now.get("email").asText()).isEqualTo("lucie@courriel.example");

        // the history says where it came from
        var sources = new ArrayList<String>();
        sales.get(tier + "/history")
                .json()
                .get("items")
                .forEach(row -> sources.add(row.get("entity").asText()
                        + ' '
                        + row.get("field").asText()
                        + ' '
                        + row.get("source").asText()));
        assertThat(sources).contains("contact email TIER", "tier lastName CONTACT", "tier mobile CONTACT");

        // a company is left alone
        var company = at(tier).patch(tier, "{\"individual\":false,\"name\":\"Garnier SARL\"}");
        assertThat(company.status()).as(company.toString()).isEqualTo(200);
        at(person).patch(person, "{\"lastName\":\"Autre\"}");
        assertThat(sales.get(tier).json().get("name").asText()).isEqualTo("Garnier SARL");
    }

    @Test
    void whatTheSettingsForbidDoesNotHappen() {
        var sql = World.get().sql();
        var link = add(tier("réglages"), "Témoin", "");
        assertThat(link).isNotNull();
        var off = admin.with(
                        "If-Match",
                        admin.get("settings/contact.create-from-individual").etag())
                .put("settings/contact.create-from-individual", "{\"value\":\"false\"}");
        assertThat(off.status()).as(off.toString()).isEqualTo(200);
        try {
            var created =
                    sales.post("tiers", "{\"types\":[\"CUSTOMER\"],\"individual\":true,\"lastName\":\"Discret\"}");
            assertThat(sql.number(
                            "select count(*) from contact_link where tier_id = ?",
                            created.json().get("id").asLong()))
                    .isZero();
        } finally {
            admin.with(
                            "If-Match",
                            admin.get("settings/contact.create-from-individual").etag())
                    .put("settings/contact.create-from-individual", "{\"value\":\"true\"}");
        }
    }
}
