package fr.tiers.letter;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Mails;
import fr.tiers.it.World;
import jakarta.mail.internet.InternetAddress;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Templates of mails to contacts, and mails from the record, over REST and through the mail server. */
class LetterIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BOUNDARY = "tests-boundary";

    private static Cast cast;
    private static Api admin;
    private static Api sales;
    private static Api elsewhere;
    private static String writer;
    private static String secret;
    private static String secretPath;

    @BeforeAll
    static void people() {
        cast = new Cast(LetterIT.class);
        var here = cast.unit("HERE", null);
        writer = cast.user("SALES", here);
        address(writer, "lea@lettres.example");
        var boss = cast.user("ADMINISTRATOR", null);
        address(boss, "admin@lettres.example");
        admin = Cast.tokenOf(boss);
        sales = Cast.tokenOf(writer);
        elsewhere = Cast.tokenOf(cast.user("SALES", cast.unit("ELSEWHERE", null)));
        secret = cast.name().toLowerCase(Locale.ROOT) + "s";
        var field = admin.post(
                "custom-fields",
                "{\"object\":\"TIER\",\"code\":\"" + secret
                        + "\",\"type\":\"STRING\",\"labelFr\":\"Marge\",\"visibleTo\":[\"ACCOUNTING\"]}");
        assertThat(field.status()).as(field.toString()).isEqualTo(201);
        secretPath = "custom-fields/" + field.json().get("id").asText();
    }

    @AfterAll
    static void leave() {
        admin.with("If-Match", admin.get(secretPath).etag()).delete(secretPath);
    }

    private static void address(String login, String email) {
        World.get().sql().update("update app_user set email = ? where login = ?", email, login);
    }

    private static JsonNode contact(String tier, String last, String rest) {
        var answer = sales.post(
                "tiers/" + tier + "/contacts",
                "{\"civility\":\"MME\",\"lastName\":\"" + last + "\",\"firstName\":\"Anne\"" + rest + '}');
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode template(String name, String subject, String html) {
        var answer = admin.post(
                "letter-templates",
                "{\"name\":\"%s\",\"language\":\"fr\",\"subject\":\"%s\",\"html\":\"%s\"}"
                        .formatted(name, subject, html));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static String upload(Api caller, String path, String name, String content) {
        var answer = caller.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY
                                + "--\r\n"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void aTemplateIsSentToAContactWithItsFileAndADocumentOnceAndNotedAsAnEvent() throws Exception {
        var tier = cast.tier(sales, "Lettres <b>{{user.name}}</b>", cast.name() + "-HERE")
                .get("id")
                .asText();
        var person = contact(tier, "O'Hara #{1+1}", ",\"email\":\"anne." + tier + "@lettres.example\"");
        var subject = "Suite " + cast.name();
        var made = template(
                cast.name(),
                subject + " pour {{contact.greeting}}",
                "<p>Bonjour {{contact.greeting}}, {{tier.name}} [{{tier.custom." + secret
                        + "}}] — {{user.name}}</p><script>x()</script>");
        var path = "letter-templates/" + made.get("id").asText();
        upload(admin.with("If-Match", admin.get(path).etag()), path + "/files", "Tarif.pdf", "%PDF-1.4 tarif");
        var document = upload(sales, "tiers/" + tier + "/documents", "Été.pdf", "%PDF-1.4 plan");
        var body = "{\"contacts\":[" + person.get("id") + "],\"template\":" + made.get("id") + ",\"documents\":["
                + document + "]}";

        var once = sales.with("Idempotency-Key", "letter-" + cast.name());
        var sent = once.post("tiers/" + tier + "/mails", body);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        assertThat(once.post("tiers/" + tier + "/mails", body).body()).isEqualTo(sent.body());

        var mail = sent.json().get("items").get(0);
        var mailPath = "tiers/" + tier + "/mails/" + mail.get("id");
        Until.holds(
                "sent",
                SOON,
                () -> sales.get(mailPath).json().get("status").asText().equals("SENT"));
        var arrived = Mails.about(subject + " pour Madame O'Hara #{1+1}");
        assertThat(arrived).hasSize(1);
        var message = arrived.get(0);
        assertThat(((InternetAddress) message.getReplyTo()[0]).getAddress()).isEqualTo("lea@lettres.example");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo(writer);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("no");
        var html = Mails.part(message, "text/html").orElseThrow().getContent().toString();
        assertThat(html)
                .contains("Bonjour Madame O'Hara #{1+1}, ")
                .contains("Lettres &lt;b&gt;{{user.name}}&lt;/b&gt; [] — " + writer)
                .doesNotContain("script");
        assertThat(Mails.part(message, "text/plain").orElseThrow().getContent().toString())
                .contains("Lettres <b>{{user.name}}</b>");
        var parts = (jakarta.mail.Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Tarif.pdf");
        assertThat(new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("%PDF-1.4 plan");

        var events = sales.get("tiers/" + tier + "/events").json().get("items");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("type").asText()).isEqualTo("EMAIL");
        assertThat(events.get(0).get("subject").asText()).isEqualTo(subject + " pour Madame O'Hara #{1+1}");
        assertThat(events.get(0).get("contactId")).isEqualTo(person.get("contactId"));
        assertThat(events.get(0).get("id")).isEqualTo(mail.get("event"));
        assertThat(sales.get("tiers/" + tier + "/mails").json().get("items")).hasSize(1);
        assertThat(elsewhere.get("tiers/" + tier + "/mails").status()).isEqualTo(404);
        assertThat(elsewhere.post("tiers/" + tier + "/mails", body).status()).isEqualTo(404);
    }

    @Test
    void whoWantsNoMailsGetsNoneAndTheRefusalSaysWhy() {
        var tier = cast.tier(sales, "Refus", cast.name() + "-HERE").get("id").asText();
        var unwilling = contact(tier, "Muet", ",\"email\":\"m@lettres.example\",\"doNotEmail\":true");
        var without = contact(tier, "Sans", "");
        var path = "tiers/" + tier + "/mails";
        var refused = sales.post(
                path,
                "{\"contacts\":[" + unwilling.get("id") + "," + without.get("id")
                        + ",999999999],\"subject\":\"S\",\"html\":\"<p>T</p>\",\"documents\":[999999999]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("letter-not-wanted", "email-missing", "unknown-reference", "\"documents\"");

        assertThat(sales.post(path, "{}").body()).contains("\"contacts\"", "required");
        assertThat(sales.post(path, "{\"contacts\":[],\"surprise\":1}").status())
                .isEqualTo(400);
        var link = contact(tier, "Ouvert", ",\"email\":\"o" + tier + "@lettres.example\"");
        var unknown = sales.post(
                path,
                "{\"contacts\":[" + link.get("id") + "],\"subject\":\"S\",\"html\":\"<p>{{1+1}}</p>\",\"fill\":true}");
        assertThat(unknown.body()).contains("unknown-token", "1+1");
        assertThat(sales.get("tiers/" + tier + "/events").json().get("items")).isEmpty();
        var literal = sales.post(
                path, "{\"contacts\":[" + link.get("id") + "],\"subject\":\"S\",\"html\":\"<p>{{1+1}}</p>\"}");
        assertThat(literal.status()).as(literal.toString()).isEqualTo(201);
        assertThat(literal.json().at("/items/0/html").asText()).isEqualTo("<p>{{1+1}}</p>");
    }

    @Test
    void whoWroteAMailThatFailedSendsItAgainToTheAddressPutRight() throws Exception {
        var tier = cast.tier(sales, "Renvoi", cast.name() + "-HERE").get("id").asText();
        var link = contact(tier, "Perdu", ",\"email\":\"faux" + tier + "@lettres.example\"");
        var subject = "Renvoi " + cast.name();
        var mail = sales.post(
                        "tiers/" + tier + "/mails",
                        "{\"contacts\":[" + link.get("id") + "],\"subject\":\"" + subject
                                + "\",\"html\":\"<p>Bonjour</p>\"}")
                .json()
                .at("/items/0/id");
        var path = "tiers/" + tier + "/mails/" + mail;
        Until.holds(
                "sent",
                SOON,
                () -> sales.get(path).json().get("status").asText().equals("SENT"));
        assertThat(sales.post(path + "/resend", "").problem()).isEqualTo("letter-not-failed");
        World.get()
                .sql()
                .update(
                        "update outbox_mail set status = 'FAILED', last_error = 'The mail server refused: 550' where id = ?",
                        mail.asLong());
        var person = "contacts/" + link.get("contactId") + "/links/" + link.get("id");
        sales.with("If-Match", sales.get(person).etag())
                .patch(person, "{\"email\":\"juste" + tier + "@lettres.example\"}");

        var colleague = Cast.tokenOf(cast.user("SALES", cast.name() + "-HERE"));
        assertThat(colleague.post(path + "/resend", "").problem()).isEqualTo("letter-not-yours");
        assertThat(elsewhere.post(path + "/resend", "").status()).isEqualTo(404);
        var again = sales.post(path + "/resend", "");
        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThat(again.json().at("/recipients/0").asText()).isEqualTo("juste" + tier + "@lettres.example");
        Until.holds("sent again", SOON, () -> Mails.about(subject).size() == 2);
    }

    @Test
    void aTemplateIsAdministeredPreviewedWithTheReadersRightsAndTriedOut() throws Exception {
        var tier = cast.tier(sales, "Essai", cast.name() + "-HERE").get("id").asText();
        var person = contact(tier, "Essai", "");
        var subject = "Essai " + cast.name();
        var made = template(cast.name() + " essai", subject, "<p>{{contact.lastName}}</p>");
        var path = "letter-templates/" + made.get("id").asText();
        var text = "{\"name\":\"%s\",\"language\":\"fr\",\"subject\":\"%s\",\"html\":\"<p>{{contact.lastName}} !</p>\"}"
                .formatted(cast.name() + " essai", subject);

        assertThat(admin.put(path, text).status()).isEqualTo(428);
        var changed = admin.with("If-Match", admin.get(path).etag()).put(path, text);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(admin.with("If-Match", "\"0\"").put(path, text).status()).isEqualTo(412);
        assertThat(admin.post("letter-templates", text).problem()).isEqualTo("letter-template-name-taken");
        assertThat(admin.post("letter-templates", text.replace("contact.lastName", "contact.nom"))
                        .body())
                .contains("unknown-token", "contact.nom");
        assertThat(sales.get(path).status()).isEqualTo(403);
        assertThat(sales.post("letter-templates", text).status()).isEqualTo(403);

        var trial = "{\"contact\":" + person.get("id") + '}';
        assertThat(sales.post(path + "/preview", trial).json().get("html").asText())
                .isEqualTo("<p>Essai !</p>");
        assertThat(elsewhere.post(path + "/preview", trial).status()).isEqualTo(404);
        assertThat(admin.post(path + "/test", trial).json().get("recipient").asText())
                .isEqualTo("admin@lettres.example");
        Until.holds("the test mail arrives", SOON, () -> !Mails.about(subject).isEmpty());

        assertThat(sales.get("letter-templates/fields").body()).doesNotContain(secret);
        assertThat(admin.get("letter-templates/fields").body()).contains("tier.custom." + secret);
        var deleted = admin.with("If-Match", admin.get(path).etag()).delete(path);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void aSystemTemplateMayBeFormattedPerCompanyAndIsWatchedOver() {
        var company = admin.post(
                "companies",
                "{\"code\":\"" + cast.name()
                        + "\",\"name\":\"Lettres\",\"senderName\":\"Lettres\",\"senderEmail\":\"nous@lettres.example\"}");
        assertThat(company.status()).as(company.toString()).isEqualTo(201);
        var path = "mail-templates/PAYMENT_RECORDED/fr?company="
                + company.json().get("id").asText();
        var text = "{\"subject\":\"Reçu\",\"html\":\"<p>{{tier.name}}<img src=x></p>\"}";

        assertThat(admin.get(path).status()).isEqualTo(404);
        var created = admin.put(path, text);
        assertThat(created.status()).as(created.toString()).isEqualTo(200);
        assertThat(created.json().get("html").asText()).isEqualTo("<p>{{tier.name}}</p>");
        assertThat(admin.put(path, text).status()).isEqualTo(428);
        assertThat(admin.with("If-Match", "\"9\"").put(path, text).status()).isEqualTo(412);
        assertThat(coverage(company.json().get("id").asLong())).isEqualTo("OWN");
        assertThat(admin.with("If-Match", created.etag()).delete(path).status()).isEqualTo(204);
        assertThat(coverage(company.json().get("id").asLong())).isEqualTo("DEFAULT");
        assertThat(sales.get("mail-templates").status()).isEqualTo(403);
    }

    @Test
    void aSystemTemplateIsLookedAtWithARealRecordAndTriedOutByMail() throws Exception {
        var tier = cast.tier(admin, "Aperçu", cast.name() + "-HERE");
        var path = "mail-templates/TIER_CONVERTED/fr/preview";
        var samples = admin.get("mail-templates/TIER_CONVERTED/samples?q="
                        + URLEncoder.encode(cast.name() + " Aperçu", StandardCharsets.UTF_8))
                .json()
                .get("items");
        assertThat(samples).hasSize(1);
        assertThat(samples.get(0).get("id")).isEqualTo(tier.get("id"));
        var subject = "Essai système " + cast.name();
        var text = "{\"subject\":\"" + subject
                + " {{tier.code}}\",\"html\":\"<p>{{tier}}</p><script>x</script>\",\"sample\":" + tier.get("id") + '}';
        var shown = admin.post(path, text);
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.json().get("html").asText())
                .isEqualTo("<p>" + tier.get("code").asText() + ' ' + cast.name() + " Aperçu</p>");
        assertThat(admin.post(path, text.replace("{{tier}}", "{{payment.id}}")).body())
                .contains("unknown-token");
        assertThat(admin.post(path, text.replace("\"sample\":", "\"sample\":99999999"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.post(path, "{\"subject\":\"S\",\"body\":\"T\"}").status())
                .isEqualTo(400);
        assertThat(admin.post("mail-templates/NOPE/fr/preview", text).status()).isEqualTo(404);
        assertThat(sales.post(path, text).status()).isEqualTo(403);
        assertThat(admin.post("mail-templates/TIER_CONVERTED/fr/test", text)
                        .json()
                        .get("recipient")
                        .asText())
                .isEqualTo("admin@lettres.example");
        Until.holds("the test mail arrives", SOON, () -> !Mails.about(
                        subject + ' ' + tier.get("code").asText())
                .isEmpty());
    }

    @Test
    void eachFieldOfASystemTemplateHasASampleValue() throws Exception {
        for (var language : new String[] {"fr", "en"}) {
            var texts = new Properties();
            try (var in = Files.newBufferedReader(
                    Path.of("../web/src/main/resources/fr/tiers/web/messages_" + language + ".properties"))) {
                texts.load(in);
            }
            for (var purpose : admin.get("mail-templates/purposes").json().get("items")) {
                purpose.get("tokens").forEach(token -> assertThat(texts)
                        .as(purpose.get("purpose").asText())
                        .containsKey("mail.sample." + token.asText()));
                assertThat(admin.get("mail-templates/" + purpose.get("purpose").asText() + "/samples")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    private static String coverage(long company) {
        for (var cover : admin.get("mail-templates/coverage").json().get("items")) {
            if (cover.get("companyId").asLong() == company
                    && cover.get("purpose").asText().equals("PAYMENT_RECORDED")) {
                return cover.get("state").asText();
            }
        }
        throw new AssertionError("no such company");
    }
}
