package fr.tiers.document;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Files on a tier over REST: up, down, versions, the general base; nothing in them acts. */
class DocumentIT {

    private static final String BOUNDARY = "tests-boundary";
    private static Cast cast;
    private static Api sales;
    private static Api colleague;
    private static Api assistant;
    private static Api elsewhere;

    @BeforeAll
    static void people() {
        cast = new Cast(DocumentIT.class);
        var here = cast.unit("HERE", null);
        sales = Cast.tokenOf(cast.user("SALES", here));
        colleague = Cast.tokenOf(cast.user("SALES", here));
        assistant = Cast.tokenOf(cast.user("ASSISTANT", null));
        elsewhere = Cast.tokenOf(cast.user("SALES", cast.unit("ELSEWHERE", null)));
    }

    private static String tier(String title) {
        return "tiers/"
                + cast.tier(sales, title, cast.name() + "-HERE").get("id").asText();
    }

    private static Api form(Api caller) {
        return caller.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static BodyPublisher file(String fileName, String content, String... fields) {
        return BodyPublishers.ofString(String.join("", fields) + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n");
    }

    private static Api.Answer upload(Api caller, String tier, String fileName, String content, String... fields) {
        return form(caller).send("POST", tier + "/documents", file(fileName, content, fields));
    }

    private static JsonNode uploaded(String tier, String fileName, String content) {
        var answer = upload(sales, tier, fileName, content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void aFileGoesUpAndComesDownAsItWas() {
        var tier = tier("aller et retour");
        var created = upload(
                sales,
                tier,
                "Été.pdf",
                "%PDF-1.4 contenu",
                field("category", "CONTRACT"),
                field("description", "Signé"));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location"))
                .hasValueSatisfying(url -> assertThat(url).contains("/documents/"));
        var document = created.json();
        assertThat(document.get("category").asText()).isEqualTo("CONTRACT");
        var path = "documents/" + document.get("id");
        assertThat(sales.get(path).etag()).isEqualTo(created.etag());
        assertThat(sales.get(tier + "/documents").json().get("total").asInt()).isOne();

        var content = sales.get(path + "/content");
        assertThat(content.body()).isEqualTo("%PDF-1.4 contenu");
        assertThat(content.mediaType()).isEqualTo("application/pdf");
        assertThat(content.header("Content-Disposition"))
                .hasValue("attachment; filename=\"Ete.pdf\"; filename*=UTF-8''%C3%89t%C3%A9.pdf");
        assertThat(content.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox;"));
        assertThat(content.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(content.etag()).isEqualTo('"' + document.get("sha256").asText() + '"');
        assertThat(sales.with("If-None-Match", content.etag())
                        .get(path + "/content")
                        .status())
                .isEqualTo(304);
        var part = sales.with("Range", "bytes=1-3").get(path + "/content");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("PDF");
        assertThat(part.header("Content-Range")).hasValue("bytes 1-3/16");
        assertThat(sales.with("Range", "bytes=99-").get(path + "/content").status())
                .isEqualTo(416);
    }

    @Test
    void onlyPicturesAndPdfAreEverShown() {
        var tier = tier("montrer");
        var pdf = uploaded(tier, "a.pdf", "%PDF-1.4");
        var svg = uploaded(tier, "b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
        assertThat(disposition(pdf)).startsWith("inline");
        assertThat(disposition(svg)).startsWith("attachment");
    }

    private static String disposition(JsonNode document) {
        return sales.get("documents/" + document.get("id") + "/content?inline=true")
                .header("Content-Disposition")
                .orElse("");
    }

    @Test
    void versionsStayAndTheSameNameAsks() {
        var tier = tier("versions");
        var document = uploaded(tier, "tarif.pdf", "%PDF-1.4 un");
        var taken = upload(sales, tier, "TARIF.pdf", "%PDF-1.4 deux");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("document-name-taken");
        var version =
                form(sales).send("POST", tier + "/documents?existing=VERSION", file("TARIF.pdf", "%PDF-1.4 deux"));
        assertThat(version.json().get("id")).isEqualTo(document.get("id"));
        var path = "documents/" + document.get("id");
        form(sales).send("POST", path + "/versions", file("autre.pdf", "%PDF-1.4 trois"));
        assertThat(sales.get(path + "/content").body()).isEqualTo("%PDF-1.4 trois");
        assertThat(sales.get(path + "/content?version=1").body()).isEqualTo("%PDF-1.4 un");
        assertThat(sales.get(path + "/content?version=9").status()).isEqualTo(404);
        assertThat(sales.get(path + "/versions").json().get("items")).hasSize(3);
        var renamed =
                form(sales).send("POST", tier + "/documents?existing=RENAME", file("tarif.pdf", "%PDF-1.4 quatre"));
        assertThat(renamed.json().get("name").asText()).isEqualTo("tarif (2).pdf");
    }

    @Test
    void whatIsSaidOfADocumentChangesUnderIfMatchAndOnlyKeepersDeleteForOthers() {
        var path =
                "documents/" + uploaded(tier("changer"), "scan.pdf", "%PDF-1.4").get("id");
        assertThat(sales.patch(path, "{\"name\":\"x\"}").status()).isEqualTo(428);
        var changed = sales.with("If-Match", sales.get(path).etag())
                .patch(path, "{\"name\":\"Bail\",\"category\":\"CONTRACT\"}");
        assertThat(changed.json().get("name").asText()).isEqualTo("Bail");
        assertThat(sales.with("If-Match", "\"0\"")
                        .patch(path, "{\"name\":\"y\"}")
                        .status())
                .isEqualTo(412);
        assertThat(sales.with("If-Match", changed.etag())
                        .patch(path, "{\"published\":true}")
                        .problem())
                .isEqualTo("document-publish-role");
        assertThat(colleague.with("If-Match", changed.etag()).delete(path).status())
                .isEqualTo(403);
        assertThat(assistant.with("If-Match", changed.etag()).delete(path).status())
                .isEqualTo(204);
        assertThat(sales.get(path).status()).isEqualTo(404);
    }

    @Test
    void theGeneralBaseHasWhatWasPublishedAndNothingElse() {
        var tier = tier("base");
        var word = cast.name() + "-notice";
        var document = uploaded(tier, word + ".pdf", "%PDF-1.4");
        uploaded(tier, word + "-interne.pdf", "%PDF-1.4");
        assertThat(sales.get("documents?q=" + word).json().get("total").asInt()).isZero();
        var path = "documents/" + document.get("id");
        var published = assistant.with("If-Match", assistant.get(path).etag()).patch(path, "{\"published\":true}");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        var found = sales.get("documents?q=" + word).json();
        assertThat(found.get("total").asInt()).isOne();
        assertThat(found.get("items").get(0).get("id")).isEqualTo(document.get("id"));
        assertThat(elsewhere.get("documents?q=" + word).json().get("total").asInt())
                .isZero();
        assertThat(elsewhere.get(path + "/content").status()).isEqualTo(404);
        assertThat(elsewhere.get("search?q=" + word).json().get("items")).isEmpty();
        assertThat(sales.get("search?q=" + word).json().get("items")).hasSize(2);
    }

    @Test
    void whatMayNotStandHereIsRefusedAndLeavesNothing() {
        var tier = tier("refus");
        assertRefused(upload(sales, tier, "x.exe", "MZ"), 422, "document-type-not-allowed");
        assertRefused(upload(sales, tier, "x.pdf", "<html><script>alert(1)</script>"), 422, "document-disguised");
        assertRefused(upload(sales, tier, "x.pdf", ""), 422, "document-empty");
        assertRefused(upload(sales, tier, "x.pdf", "%PDF-1.4", field("autre", "1")), 400, "validation");
        assertRefused(upload(sales, tier, "x.pdf", "%PDF-1.4", field("category", "NIX")), 400, "validation");
        assertRefused(
                form(sales)
                        .send(
                                "POST",
                                tier + "/documents",
                                BodyPublishers.ofString(field("name", "x") + "--" + BOUNDARY + "--")),
                400,
                "validation");
        assertRefused(
                form(sales).send("POST", tier + "/documents", BodyPublishers.ofString("{}")),
                400,
                "multipart-malformed");
        assertThat(sales.post(tier + "/documents", "{}").status()).isEqualTo(415);
        assertThat(sales.get(tier + "/documents").json().get("total").asInt()).isZero();
        assertThat(
                        World.get()
                                .sql()
                                .number(
                                        "select count(*) from document_chunk c where not exists (select 1 from document_version v where v.id = c.version_id)"))
                .isZero();
    }

    private static void assertRefused(Api.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
    }

    /** More than the general limit of bodies passes; more than the limit of files does not, whether its length is told or not. */
    @Test
    void filesHaveALimitOfTheirOwn() {
        var tier = tier("limite");
        var large = form(sales).send("POST", tier + "/documents", huge("grand.pdf", 3 << 20));
        assertThat(large.status()).as(large.toString()).isEqualTo(201);
        assertThat(large.json().get("size").asLong()).isEqualTo(9 + (3 << 20));
        var tooLarge = form(sales).send("POST", tier + "/documents", huge("trop.pdf", (26 << 20) - (1 << 19)));
        assertRefused(tooLarge, 413, "document-too-large");
    }

    private static BodyPublisher huge(String name, int size) {
        var head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\n\r\n%PDF-1.4\n")
                .getBytes(StandardCharsets.UTF_8);
        var tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(java.util.Collections.enumeration(List.<InputStream>of(
                        new ByteArrayInputStream(head),
                        new ByteArrayInputStream(new byte[size]),
                        new ByteArrayInputStream(tail)))));
    }

    @Test
    void theSameKeyKeepsOneFile() {
        var tier = tier("une fois");
        var once = sales.with("Idempotency-Key", cast.name() + "-1");
        var first = upload(once, tier, "a.pdf", "%PDF-1.4 a");
        var second = upload(once, tier, "a.pdf", "%PDF-1.4 a");
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(upload(once, tier, "a.pdf", "%PDF-1.4 b").problem()).isEqualTo("idempotency-key-reused");
        assertThat(sales.get(tier + "/documents").json().get("total").asInt()).isOne();
    }

    @Test
    void readersReadAndSendNothing() {
        var tier = tier("lecture");
        var document = uploaded(tier, "a.pdf", "%PDF-1.4");
        var reader = Cast.tokenOf(cast.user("READER", cast.name() + "-HERE"));
        assertThat(reader.get("documents/" + document.get("id") + "/content").status())
                .isEqualTo(200);
        assertThat(upload(reader, tier, "b.pdf", "%PDF-1.4").status()).isEqualTo(403);
    }

    @Test
    void categoriesAreKeptByAdministratorsAndOneInUseStays() {
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        var code = cast.name().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        var body = "{\"code\":\"" + code + "\",\"labelFr\":\"Garantie\",\"labelEn\":\"Warranty\"}";
        assertThat(sales.post("document-categories", body).status()).isEqualTo(403);
        assertThat(admin.post("document-categories", body).status()).isEqualTo(201);
        var tier = tier("catégorie");
        assertThat(upload(sales, tier, "a.pdf", "%PDF-1.4", field("category", code))
                        .status())
                .isEqualTo(201);
        var path = "document-categories/" + code;
        assertThat(admin.with("If-Match", "\"0\"").delete(path).problem()).isEqualTo("document-category-in-use");
        var off = admin.with("If-Match", admin.get(path).etag()).put(path, body.replace("}", ",\"active\":false}"));
        assertThat(off.status()).as(off.toString()).isEqualTo(200);
        assertRefused(upload(sales, tier, "b.pdf", "%PDF-1.4", field("category", code)), 400, "validation");
    }
}
