package fr.tiers.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.OpenApi;
import fr.tiers.it.OpenApi.Operation;
import fr.tiers.it.Snapshot;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent to whatever operation: never a 5xx, always a problem, never a look inside. */
class GarbageIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What only code and databases say. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w.$]+\\(\\w+\\.java|org\\.(postgresql|jdbi|eclipse|jboss)|java\\.(lang|sql|util|io|time)\\.|fr\\.tiers\\."
                    + "|jakarta\\.|com\\.fasterxml|SQLSTATE|PSQLException|syntax error at|Exception\\b|<html",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud83e\udd91\u202e\ufeff\u0301",
            "'; drop table tier; --",
            "\" or 1=1 --",
            "%' or '%'='",
            "\\",
            "%_\\%",
            "#{7*7}${7*7}#{request.contextPath}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "-1",
            "0",
            "999999999999999999",
            "99999999999999999999999999",
            "1e999",
            "NaN",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-4713-01-01",
            "9999-12-31T23:59:59.999999999Z",
            "true",
            "null",
            "{}",
            "[]",
            "\r\nX-Injected: 1",
            "=1+1|'cmd'!A0",
            "@SUM(1+1)",
            "\t=1",
            "FR76 3000 6000 0112 3456 7890 188",
            "73282932000075",
            "pas@une@adresse@",
            "javascript:alert(1)",
            "x".repeat(3_000));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "42",
            "-1e400",
            "\"text\"",
            "[]",
            "[{}]",
            "[[[[[]]]]]",
            "{}",
            "{\"\":1}",
            "{\"name\":",
            "{\"name\":\"x\"}}",
            "{\"name\":\"x\"} trailing",
            "{'name':'x'}",
            "{\"a\":1,\"a\":2}",
            "{\"name\":\"\\u0000\"}",
            "{\"name\":\"\\ud800\"}",
            "{\"__proto__\":{\"x\":1},\"@class\":\"java.lang.Runtime\"}",
            "\ufeff{}",
            "[".repeat(50_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

    /** Values for each member of a body that otherwise makes sense. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "99999999999999999999",
            "1e400",
            "1E1000000",
            "\"\"",
            "\"   \"",
            "\"a\\u0000b\"",
            "\"\\ud83e\\udd91\"",
            "\"\\ud800\"",
            "\"'; drop table tier; --\"",
            "\"#{7*7}\"",
            "\"=1+1|'cmd'!A0\"",
            "\"\\t@SUM(1+1)\"",
            "\"FR76 3000 6000 0112 3456 7890 188\"",
            "\"73282932000075\"",
            "\"pas@une@adresse@\"",
            "\"javascript:alert(1)\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"" + "y".repeat(30_000) + "\"",
            "[]",
            "[null]",
            "[[]]",
            "[\"x\",1,{}]",
            "{}",
            "{\"a\":{\"b\":[]}}");

    /** For what stands beside a version that nothing has: it is read, and goes no further. */
    private static final List<String> FEW_VALUES =
            List.of("null", "true", "1e400", "\"a\\u0000b\"", "\"=1+1|'cmd'!A0\"", "\"\"", "[null]", "{}");

    private static Snapshot snapshot;
    private static Cast cast;
    private static Api caller;
    private static JsonNode tier;

    @BeforeAll
    static void prepare() {
        snapshot = Snapshot.take();
        cast = new Cast(GarbageIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        tier = cast.tier(caller, "bombardé", null);
    }

    /** What was taken, types and fields of the whole company among it, is of no use to other tests. */
    @AfterAll
    static void leave() {
        snapshot.restore();
    }

    static Stream<Operation> operations() {
        return OpenApi.operations().stream();
    }

    static Stream<Operation> operationsWithBody() {
        return operations().filter(operation -> !operation.reads() && !"DELETE".equals(operation.method()));
    }

    static Stream<Operation> operationsWithExample() {
        return operationsWithBody().filter(operation -> operation.example() != null);
    }

    /** Ids that exist, so that the request gets as far as it can; with a version that nothing has, so that nothing is changed. */
    private static Map<String, String> sensible(Operation operation) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", operation.path().startsWith("tiers/") ? tier.get("id").asText() : "1");
        values.put("link", "1");
        values.put("code", "TIER");
        values.put("name", "no-such-job");
        values.put("closingDate", "2024-12-31");
        values.put("siret", "73282932000074");
        values.put("tierCode", tier.get("code").asText());
        values.put("externalId", "garbage");
        return values;
    }

    private static void check(Object input, Api.Answer answer) {
        var what = String.valueOf(input);
        var shown = what.substring(0, Math.min(80, what.length())) + " :: " + answer;
        assertThat(answer.status()).as(shown).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.mediaType()).as(shown).isEqualTo("application/problem+json");
            assertThat(answer.json().get("status").asInt()).as(shown).isEqualTo(answer.status());
            assertThat(INSIDE.matcher(answer.body().replace("java.lang.Runtime", ""))
                            .find())
                    .as(shown)
                    .isFalse();
        }
        assertThat(answer.header("X-Injected")).as(shown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void strangePathsAreAnsweredInOrder(Operation operation) {
        if (operation.places().isEmpty()) {
            return;
        }
        for (var text : TEXTS) {
            for (var place : operation.places()) {
                var values = sensible(operation);
                values.put(place, text);
                check(text, send(operation, operation.path(values, "x"), operation.example()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void strangeParametersAreAnsweredInOrder(Operation operation) {
        var path = operation.path(sensible(operation), "x");
        for (var parameter : operation.query()) {
            for (var text : TEXTS) {
                var url = path + '?' + parameter + '=' + Api.encode(text);
                check(parameter + '=' + text, send(operation, url, "{}"));
            }
            check(parameter, send(operation, path + '?' + parameter, "{}"));
            check(parameter, send(operation, path + '?' + parameter + "=%FF%C0%AF", "{}"));
            check(parameter, send(operation, path + '?' + parameter + "=a&" + parameter + "=b", "{}"));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void strangeBodiesAreAnsweredInOrder(Operation operation) {
        var path = operation.path(sensible(operation), "x");
        for (var body : BODIES) {
            check(body, send(operation, path, body));
        }
        var json = caller.with("If-Match", "\"424242\"").with("Content-Type", "application/json");
        var broken =
                new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, '"', '}'
                };
        check("broken UTF-8", json.send(operation.method(), path, BodyPublishers.ofByteArray(broken)));
        var utf16 = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16);
        check("UTF-16", json.send(operation.method(), path, BodyPublishers.ofByteArray(utf16)));
        var large = BodyPublishers.ofString("{\"name\":\"" + "z".repeat(1_153_434) + "\"}");
        check("1.1 MiB", json.send(operation.method(), path, large));
        check("no type", caller.send(operation.method(), path, BodyPublishers.ofString("{}")));
        for (var type : List.of(
                "text/plain", "application/xml", "multipart/form-data", "nonsense", "application/json;charset=x")) {
            check(
                    type,
                    caller.with("Content-Type", type).send(operation.method(), path, BodyPublishers.ofString("{}")));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithExample")
    void eachMemberOfABodyMayBeStrange(Operation operation) throws Exception {
        var path = operation.path(sensible(operation), "x");
        var example = (ObjectNode) JSON.readTree(operation.example());
        List<String> names = new ArrayList<>();
        example.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            for (var value : VALUES) {
                var body = example.toString()
                        .replace(
                                JSON.writeValueAsString(name) + ':' + example.get(name),
                                JSON.writeValueAsString(name) + ':' + value);
                check(name + '=' + value, send(operation, path, body));
            }
        }
    }

    /** Those that the example does not show, and those inside. */
    @ParameterizedTest
    @MethodSource("operationsWithExample")
    void eachDescribedFieldOfABodyMayBeStrange(Operation operation) throws Exception {
        var path = operation.path(sensible(operation), "x");
        var example = (ObjectNode) JSON.readTree(operation.example());
        var values = "POST".equals(operation.method()) ? VALUES : FEW_VALUES;
        for (var field : operation.fields()) {
            if (!example.has(field)) {
                for (var value : values) {
                    check(field + '=' + value, send(operation, path, with(example, field, value)));
                }
            }
        }
    }

    /** The text of a body with one more field, which need not be valid JSON. */
    private static String with(ObjectNode example, String field, String value) throws Exception {
        var dot = field.indexOf('.');
        var outer = dot < 0 ? field : field.substring(0, dot).replace("[]", "");
        var inner = dot < 0 ? value : "{\"" + field.substring(dot + 1) + "\":" + value + '}';
        var rest = example.deepCopy().without(outer).toString();
        var written = '"' + outer + "\":" + (field.contains("[].") ? '[' + inner + ']' : inner);
        return '{' + written + ("{}".equals(rest) ? "}" : ',' + rest.substring(1));
    }

    @Test
    void eachFieldOfATierMayBeStrange() {
        var path = "tiers/" + tier.get("id");
        List<String> fields = new ArrayList<>();
        caller.get(path).json().fieldNames().forEachRemaining(fields::add);
        for (var field : fields) {
            for (var value : VALUES) {
                var writer = caller.with("If-Match", caller.get(path).etag());
                check(field + '=' + value, writer.patch(path, "{\"" + field + "\":" + value + '}'));
            }
        }
        for (var field : List.of("line1", "postalCode", "city", "country", "inseeCode", "latitude", "longitude")) {
            for (var value : VALUES) {
                var writer = caller.with("If-Match", caller.get(path).etag());
                check(field + '=' + value, writer.patch(path, "{\"address\":{\"" + field + "\":" + value + "}}"));
            }
        }
    }

    @Test
    void strangeHeadersAreAnsweredInOrder() {
        var path = "tiers/" + tier.get("id");
        for (var value : List.of(
                "", "*", "x", "\"", "\"\"", "W/\"1\"", "\"-1\"", "\"99999999999999999999\"", "a,b,c", "\"1\",\"2\"")) {
            check(value, caller.with("If-Match", value).patch(path, "{}"));
            check(value, caller.with("If-None-Match", value).get(path));
        }
        for (var value : List.of("", " ", "x".repeat(256), "x".repeat(4_000), "' or 1=1", "\u00e9")) {
            check(value, caller.with("Idempotency-Key", value).post("tiers", "{}"));
        }
        for (var value : List.of("xx", "*", "en-;q", "de-DE", "fr;q=x", "x".repeat(2_000))) {
            check(value, caller.with("Accept-Language", value).get("tiers/0"));
        }
        for (var value : List.of("*/*;q=x", "x", "application/problem+json", "text/html")) {
            check(value, caller.with("Accept", value).get("tiers/0"));
        }
    }

    private static Api.Answer send(Operation operation, String path, String body) {
        var careful = caller.with("If-Match", "\"424242\"");
        return switch (operation.method()) {
            case "GET" -> caller.get(path);
            case "DELETE" -> careful.delete(path);
            case "PATCH" -> careful.patch(path, body);
            case "PUT" -> careful.put(path, body);
            default -> caller.post(path, body);
        };
    }
}
