package fr.tiers.access;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.OpenApi;
import fr.tiers.it.OpenApi.Operation;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tier of another unit does not exist: asked by every path, every list and every body that the interface describes. A path that is
 * new must be fed here before this test passes again.
 */
class VisibilityIT {

    /** Occurs nowhere but in the foreign tier and what hangs on it. */
    private static final String MARK = "Zwxquadrilobe";

    /** Without the mark: an answer may repeat the path it was asked for. */
    private static final String EXTERNAL_ID = "de-l-autre-unite";

    private static final String SIRET = "73282932000074";

    /** Paths with an id that hang on no tier: they say nothing about one, whoever asks. */
    private static final List<String> NOT_ABOUT_A_TIER = List.of(
            "agencies/{id}",
            // whoever started one, and administrators: BulkActionIT
            "bulk-actions/{id}",
            "calendar-imports/{id}",
            "collaborator-types/{code}",
            "companies/{id}",
            "custom-fields/{id}",
            "document-categories/{code}",
            "event-types/{code}",
            "groups/{id}",
            "happenings/{code}",
            "habilitation-types/{code}",
            // whoever started one, and administrators: ImportIT
            "imports/{id}",
            "import-mappings/{id}",
            "job-families/{code}",
            "jobs/",
            "letter-templates/{id}",
            "mail-templates/",
            // one's own: SubscriptionIT
            "notifications/{id}",
            "numbering-rules/",
            "relation-types/{code}",
            "reminders/{id}",
            "sales-units/{id}",
            "settings/{code}",
            "tags/{id}",
            "tier-types/{code}",
            "tokens/{id}",
            "users/{id}",
            // what a list is asked, never what it answers: SavedViewIT
            "views/{id}");

    /** Only for roles that see every tier: anybody else is refused before a tier is looked for. */
    private static final Set<String> FOR_ROLES_THAT_SEE_ALL = Set.of(
            "PUT erp/invoices/{externalId}", "PUT erp/outstanding/{tierCode}", "PUT erp/payments/{id}/acknowledgement");

    private static final Sql SQL = World.get().sql();
    private static Cast cast;
    private static JsonNode foreign;
    private static Map<String, Map<String, String>> feed;
    private static Api manager;
    private static Api extranet;
    private static JsonNode granted;

    @BeforeAll
    static void prepare() {
        cast = new Cast(VisibilityIT.class);
        var root = cast.unit("ROOT", null);
        var here = cast.unit("HERE", root);
        var there = cast.unit("THERE", root);
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        manager = Cast.tokenOf(cast.user("SALES_MANAGER", here));
        var guest = cast.user("EXTRANET", here);
        extranet = Cast.as(guest); // may not make a token
        cast.tier(admin, "ici", here);
        granted = cast.tier(admin, "accordé", there);
        SQL.update(
                "insert into extranet_grant (user_id, tier_id) values (?, ?)",
                cast.userId(guest),
                granted.get("id").asLong());
        foreign = foreignTier(admin, there);
        feed = feed(foreign.get("id").asLong());
    }

    private static JsonNode foreignTier(Api admin, String unit) {
        var answer = admin.post(
                "tiers?allowDuplicate=true&duplicateReason=Essai",
                """
                {"name":"%1$s","types":["CUSTOMER"],"salesUnit":"%2$s","siret":"%3$s","email":"contact@%1$s.example",
                 "phone":"01 99 00 77 31","website":"https://www.%1$s.example","address":{"city":"%1$s","postalCode":"29999"}}
                """
                        .formatted(MARK, unit, SIRET));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** Something of each kind hangs on the foreign tier. */
    private static Map<String, Map<String, String>> feed(long tier) {
        long contact = SQL.number(
                "insert into contact (last_name, created_at) values (?, now()) returning id", MARK + "contact");
        long link = SQL.number(
                "insert into contact_link (contact_id, tier_id, email, main) values (?, ?, ?, true) returning id",
                contact,
                tier,
                "x@" + MARK + ".example");
        long event = SQL.number(
                "insert into event (tier_id, type, subject, starts_at, author, created_at)"
                        + " values (?, 'CALL', ?, now(), 'x', now()) returning id",
                tier,
                MARK + " appel");
        long series =
                SQL.number("insert into event_series (frequency, every, starts_on, starts_time, author, created_at)"
                        + " values ('DAILY', 1, current_date, '09:00', 'x', now()) returning id");
        long task = SQL.number(
                "insert into event (tier_id, type, subject, starts_at, author, created_at, series_id, occurrence)"
                        + " values (?, 'TASK', ?, now(), 'x', now(), ?, now()) returning id",
                tier,
                MARK + " tâche",
                series);
        long address = SQL.number(
                "insert into address (tier_id, label, city, usages) values (?, ?, ?, '{SITE}') returning id",
                tier,
                MARK,
                MARK);
        // nothing here shall change by itself while the test looks
        SQL.update("update geocoding set next_try_at = null where tier_id = ? or address_id = ?", tier, address);
        SQL.update("update happening set told_at = coalesce(told_at, now()) where tier_id = ?", tier);
        long invoice = SQL.number(
                "insert into invoice (id, external_id, tier_id, number, type, date, total_amount, updated_at)"
                        + " values (nextval('receivable_seq'), ?, ?, ?, 'INVOICE', current_date, 100, now()) returning id",
                EXTERNAL_ID,
                tier,
                MARK + "-1");
        long line = SQL.number(
                "insert into invoice_line (id, invoice_id, line_number, label, amount)"
                        + " values (nextval('receivable_seq'), ?, 1, ?, 100) returning id",
                invoice,
                MARK);
        long payment = SQL.number(
                "insert into payment (id, tier_id, amount, method, date, reference, collector, created_at)"
                        + " values (nextval('receivable_seq'), ?, 10, 'CARD', current_date, ?, 'x', now()) returning id",
                tier,
                MARK);
        SQL.update(
                "insert into payment_allocation (id, payment_id, invoice_line_id, amount)"
                        + " values (nextval('receivable_seq'), ?, ?, 10)",
                payment,
                line);
        long mail = SQL.number(
                "insert into outbox_mail (message_id, purpose, reference, tier_id, recipients, subject, body, status, next_try_at,"
                        + " created_at, sent_at) values (?, 'TEST', ?, ?, array['a@b.example'], ?, ?, 'SENT', now(), now(), now())"
                        + " returning id",
                MARK,
                MARK,
                tier,
                MARK,
                MARK);
        SQL.update("insert into outstanding (tier_id, amount, as_of) values (?, 90, now())", tier);
        SQL.update(
                "insert into key_figure (tier_id, year, closing_date, source, fetched_at)"
                        + " values (?, 2024, date '2024-12-31', 'MANUAL', now())",
                tier);
        long document = SQL.number(
                "insert into document (tier_id, name, published, number, author, created_at, updated_by, updated_at)"
                        + " values (?, ?, true, 1, 'x', now(), 'x', now()) returning id",
                tier,
                MARK + ".pdf");
        SQL.update(
                "insert into document_version (document_id, number, file_name, media_type, size, sha256, author, created_at)"
                        + " values (?, 1, ?, 'application/pdf', 1, repeat('0', 64), 'x', now())",
                document,
                MARK + ".pdf");
        long note = SQL.number(
                "insert into note (tier_id, author_id, body, created_at, updated_by, updated_at)"
                        + " values (?, (select min(id) from app_user), ?, now(), 'x', now()) returning id",
                tier,
                MARK);
        var guest = cast.user("EXTRANET", null);
        SQL.update("insert into extranet_grant (user_id, tier_id) values (?, ?)", cast.userId(guest), tier);
        long collaborator = SQL.number(
                "insert into tier_collaborator (tier_id, user_id) values (?, ?) returning id",
                tier,
                cast.userId(cast.user("READER", null)));
        SQL.update(
                "insert into tier_representative (tier_id, user_id, share) values (?, ?, 100)",
                tier,
                cast.userId(cast.user("SALES", null)));
        var ids = new TreeMap<String, Map<String, String>>();
        long relation = SQL.number(
                "insert into tier_relation (type_code, tier_id, other_id, note, created_at, created_by)"
                        + " values ('PRESCRIBER', ?, (select id from tier where id <> ? and sales_unit_id = (select sales_unit_id"
                        + " from tier where id = ?) limit 1), ?, now(), 'x') returning id",
                tier,
                tier,
                tier,
                MARK);
        long tag =
                SQL.number("insert into tag (label, created_by, created_at) values ('Vue', 'x', now()) returning id");
        SQL.update("insert into contact_tag (contact_id, tag_id) values (?, ?)", contact, tag);
        SQL.update("insert into address_tag (address_id, tag_id) values (?, ?)", address, tag);
        SQL.update("insert into document_tag (document_id, tag_id) values (?, ?)", document, tag);
        ids.put(
                "tiers/{id}",
                Map.of(
                        "id",
                        "" + tier,
                        "closingDate",
                        "2024-12-31",
                        "user",
                        guest,
                        "function",
                        "CUSTOMER",
                        "usage",
                        "BILLING",
                        "tag",
                        "" + tag,
                        "mail",
                        "" + mail));
        ids.put("relations/{id}", Map.of("id", "" + relation));
        long merge = SQL.number(
                "insert into merge_run (kind, survivor_id, survivor_label, author, at) values ('TIER', ?, ?, 'x', now()) returning id",
                tier,
                MARK);
        ids.put("merges/{id}", Map.of("id", "" + merge));
        long verdict = SQL.number(
                "insert into duplicate_verdict (tier_id, other_id, author, at) select min(id), ?, 'x', now() from tier where id < ? returning id",
                tier,
                tier);
        ids.put("duplicates/verdicts/{id}", Map.of("id", "" + verdict));
        ids.put("collaborators/{id}", Map.of("id", "" + collaborator));
        ids.put("events/{id}", Map.of("id", "" + event));
        ids.put("addresses/{id}", Map.of("id", "" + address, "login", "extranet", "tag", "" + tag));
        ids.put("contacts/{id}", Map.of("id", "" + contact, "link", "" + link, "tag", "" + tag));
        ids.put("documents/{id}", Map.of("id", "" + document, "tag", "" + tag));
        ids.put("notes/{id}", Map.of("id", "" + note));
        ids.put("tasks/{id}", Map.of("id", "" + task));
        ids.put("event-series/{id}", Map.of("id", "" + series, "event", "" + task));
        ids.put("invoices/{id}", Map.of("id", "" + invoice));
        ids.put("payments/{id}", Map.of("id", "" + payment));
        ids.put("outbox/{id}", Map.of("id", "" + mail, "position", "1"));
        ids.put("erp/invoices/{externalId}", Map.of("externalId", EXTERNAL_ID));
        ids.put(
                "erp/outstanding/{tierCode}",
                Map.of("tierCode", foreign.get("code").asText()));
        ids.put("erp/payments/{id}", Map.of("id", "" + payment));
        ids.put("registry/companies/{siret}", Map.of("siret", SIRET));
        return ids;
    }

    static Stream<Operation> operationsOnOneThing() {
        return OpenApi.operations().stream()
                .filter(operation -> !operation.places().isEmpty())
                .filter(operation -> NOT_ABOUT_A_TIER.stream().noneMatch(operation.path()::startsWith));
    }

    @ParameterizedTest
    @MethodSource("operationsOnOneThing")
    void noPathLeadsToATierOfAnotherUnit(Operation operation) {
        var values = feed.entrySet().stream()
                .filter(entry -> operation.path().startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a new path: tell this test what to ask it for"))
                .getValue();
        assertThat(values.keySet()).containsAll(operation.places());
        var before = digest();
        for (var caller : List.of(manager, extranet)) {
            var answer = ask(caller.with("If-Match", "\"0\""), operation, values);
            assertThat(answer.body()).doesNotContain(MARK);
            if (operation.path().startsWith("registry/")) {
                // the public directory has the company; that we know it is the secret
                assertThat(answer.body())
                        .doesNotContain("\"" + foreign.get("code").asText() + "\"");
                continue;
            }
            var unknown = new TreeMap<>(values);
            unknown.computeIfPresent("id", (name, id) -> "999999999");
            unknown.keySet().removeIf(name -> !values.containsKey("id"));
            var nothing = ask(caller.with("If-Match", "\"0\""), operation, unknown);
            assertThat(answer.status()).as(answer.toString()).isIn(expected(operation, caller));
            assertThat(answer.problem())
                    .as("the same as for what does not exist")
                    .isEqualTo(nothing.problem());
            assertThat(answer.status()).isEqualTo(nothing.status());
        }
        assertThat(digest()).as("nothing has changed").isEqualTo(before);
    }

    private static Set<Integer> expected(Operation operation, Api caller) {
        if (caller == extranet) {
            return Set.of(403, 404); // may call little of what a manager may
        }
        return FOR_ROLES_THAT_SEE_ALL.contains(operation.key()) ? Set.of(403) : Set.of(404);
    }

    private static Api.Answer ask(Api caller, Operation operation, Map<String, String> values) {
        var path = operation.path(values, "nothing");
        if (operation.key().matches("POST .*/(documents|versions)")) {
            return caller.with("Content-Type", "multipart/form-data; boundary=x")
                    .send("POST", path, BodyPublishers.ofString("--x--"));
        }
        return switch (operation.method()) {
            case "GET" -> caller.get(path);
            case "DELETE" -> caller.delete(path);
            case "PATCH" -> caller.patch(path, "{\"observation\":\"pris\"}");
            default -> operation.example() == null
                    ? caller.send(operation.method(), path, null)
                    : "PUT".equals(operation.method())
                            ? caller.put(path, operation.example())
                            : caller.post(path, operation.example());
        };
    }

    /** All rows of the foreign tier and of what hangs on it. */
    private static Map<String, String> digest() {
        long tier = foreign.get("id").asLong();
        var digest = new TreeMap<String, String>();
        digest.put("tier", rows("select t::text from tier t where id = ?", tier));
        digest.put(
                "invoice_line",
                rows(
                        "select l::text from invoice_line l join invoice i on i.id = l.invoice_id where i.tier_id = ? order by 1",
                        tier));
        digest.put(
                "payment_allocation",
                rows(
                        "select a::text from payment_allocation a join payment p on p.id = a.payment_id where p.tier_id = ? order by 1",
                        tier));
        SQL.texts(
                        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tier_id'")
                .forEach(table -> digest.put(
                        table, rows("select x::text from " + table + " x where tier_id = ? order by 1", tier)));
        return digest;
    }

    private static String rows(String sql, long tier) {
        return String.join("\n", SQL.texts(sql, tier));
    }

    static Stream<Operation> lists() {
        return OpenApi.operations().stream()
                .filter(operation -> operation.reads() && operation.places().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListAndNoSearchShowsATierOfAnotherUnit(Operation operation) {
        var asked = Map.ofEntries(
                Map.entry("q", List.of(MARK, MARK.substring(2, 9), SIRET, "01 99 00 77 31", "01.99")),
                Map.entry("name", List.of(MARK)),
                Map.entry("siren", List.of(SIRET.substring(0, 9))),
                Map.entry("siret", List.of(SIRET)),
                Map.entry("email", List.of("contact@" + MARK + ".example")),
                Map.entry("phone", List.of("0199007731")),
                Map.entry("website", List.of("https://www." + MARK + ".example")),
                Map.entry("city", List.of(MARK)),
                Map.entry("postalCode", List.of("29999")),
                Map.entry("salesUnit", List.of(cast.name() + "-THERE")),
                Map.entry("tier", List.of(foreign.get("id").asText())),
                Map.entry("purpose", List.of("TEST")));
        for (var caller : List.of(manager, extranet)) {
            check(caller.get(operation.path()));
            for (var parameter : operation.query()) {
                for (var value : asked.getOrDefault(parameter, List.of())) {
                    check(caller.get(operation.path() + '?' + parameter + '=' + Api.encode(value)));
                }
            }
        }
    }

    private static void check(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 400, 403, 404);
        assertThat(answer.body()).as(answer.toString()).doesNotContain(MARK);
        assertThat(answer.body())
                .as(answer.toString())
                .doesNotContain('"' + foreign.get("code").asText() + '"');
        if (answer.status() == 200 && answer.mediaType().startsWith("text/csv")) {
            assertThat(answer.body().lines())
                    .as(answer.toString())
                    .noneMatch(line -> line.startsWith(foreign.get("code").asText() + ';'));
            return;
        }
        if (answer.status() == 200 && answer.json().has("items")) {
            for (var item : answer.json().get("items")) {
                assertThat(item.path("tier").asText())
                        .isNotEqualTo(foreign.get("id").asText());
                assertThat(item.path("tierId").asText())
                        .isNotEqualTo(foreign.get("id").asText());
            }
        }
    }

    @Test
    void theSameListsShowItToThoseWhoMaySeeIt() {
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        assertThat(admin.get("tiers?q=" + MARK).json().get("total").asInt()).isEqualTo(1);
        assertThat(admin.get("search?q=" + MARK).body()).contains(MARK);
        assertThat(admin.get("tiers/duplicates?siret=" + SIRET).body()).contains(MARK);
        assertThat(admin.get("invoices?tier=" + foreign.get("id")).body()).contains(MARK);
        assertThat(admin.get("payments?tier=" + foreign.get("id")).body()).contains(MARK);
        assertThat(admin.get("outbox?purpose=TEST").body()).contains(MARK);
    }

    @Test
    void noBodyReachesATierOfAnotherUnit() {
        var before = digest();
        var id = foreign.get("id").asText();
        var child = manager.post("tiers", "{\"name\":\"Enfant\",\"types\":[\"PROSPECT\"],\"parent\":" + id + '}');
        assertThat(child.status()).as(child.toString()).isEqualTo(400);
        var line = SQL.text(
                "select l.id from invoice_line l join invoice i on i.id = l.invoice_id where i.tier_id = " + id);
        var own = cast.tier(manager, "payeur", cast.name() + "-HERE").get("id");
        for (var tier : List.of(id, own.asText())) {
            var payment = manager.post(
                    "payments",
                    "{\"tier\":%s,\"method\":\"CARD\",\"date\":\"2026-11-20\",\"allocations\":[{\"invoiceLine\":%s,\"amount\":1}]}"
                            .formatted(tier, line));
            assertThat(payment.status()).as(payment.toString()).isIn(400, 404, 422);
            assertThat(payment.body()).doesNotContain(MARK);
        }
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void theRefusalOfADuplicateDoesNotTellOfAForeignTier() {
        var answer =
                manager.post("tiers", "{\"name\":\"Le même\",\"types\":[\"PROSPECT\"],\"siret\":\"" + SIRET + "\"}");
        assertThat(answer.body())
                .doesNotContain(MARK)
                .doesNotContain(foreign.get("code").asText());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void anExtranetUserSeesWhatIsGrantedAndNothingElse() {
        assertThat(extranet.get("tiers/" + granted.get("id")).status()).isEqualTo(200);
        var list = extranet.get("tiers?limit=200").json();
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("id")).isEqualTo(granted.get("id"));
        SQL.update(
                "delete from extranet_grant where tier_id = ?",
                granted.get("id").asLong());
        assertThat(extranet.get("tiers/" + granted.get("id")).status()).isEqualTo(404);
        assertThat(extranet.get("tiers").json().get("total").asInt()).isZero();
        SQL.update(
                "insert into extranet_grant (user_id, tier_id) select id, ? from app_user where login like lower(?) || '-extranet%'",
                granted.get("id").asLong(), cast.name());
    }

    @Test
    void aTierGivenToAnotherUnitIsGoneAtOnce() {
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        var tier = cast.tier(admin, "déplacé", cast.name() + "-HERE");
        var path = "tiers/" + tier.get("id");
        assertThat(manager.get(path).status()).isEqualTo(200);
        var moved = admin.with("If-Match", admin.get(path).etag())
                .patch(path, "{\"salesUnit\":\"" + cast.name() + "-THERE\"}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(manager.get(path).status()).isEqualTo(404);
    }
}
