package fr.tiers.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations that the running application says it has. */
public final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private OpenApi() {}

    /**
     * One operation.
     *
     * @param path relative to the root of the interface, with its places in braces
     * @param example a body that makes sense; null when there is none
     * @param fields of the body, as described; those one level below as {@code address.city} and {@code lines[].amount}
     */
    public record Operation(String method, String path, Set<String> query, String example, Set<String> fields) {

        public Operation {
            query = Set.copyOf(query);
            fields = Set.copyOf(fields);
        }

        /** Names it in lists and messages. */
        public String key() {
            return method + ' ' + path;
        }

        public boolean reads() {
            return "GET".equals(method);
        }

        public List<String> places() {
            return PLACE.matcher(path).results().map(match -> match.group(1)).toList();
        }

        /** The path with every place filled; what is not given gets the same text. */
        public String path(Map<String, String> values, String otherwise) {
            return PLACE.matcher(path)
                    .replaceAll(match ->
                            Matcher.quoteReplacement(Api.encode(values.getOrDefault(match.group(1), otherwise))));
        }

        @Override
        public String toString() {
            return key();
        }
    }

    public static List<Operation> operations() {
        var answer = Api.anonymous().with("Accept", "application/json").get("/openapi?format=JSON");
        if (answer.status() != 200) {
            throw new AssertionError("no description: " + answer);
        }
        List<Operation> operations = new ArrayList<>();
        var schemas = answer.json().path("components").path("schemas");
        answer.json().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(operation(path, operation, schemas));
                    }
                }));
        return operations;
    }

    private static Operation operation(
            Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation, JsonNode schemas) {
        var query = new TreeSet<String>();
        for (var holder : List.of(path.getValue(), operation.getValue())) {
            holder.path("parameters").forEach(parameter -> {
                if ("query".equals(parameter.path("in").asText())) {
                    query.add(parameter.path("name").asText());
                }
            });
        }
        String example = null;
        var fields = new TreeSet<String>();
        for (var content : operation.getValue().path("requestBody").path("content")) {
            if (content.has("example")) {
                var given = content.get("example");
                example = given.isTextual() ? given.asText() : given.toString();
            }
            collect(fields, "", content.path("schema"), schemas, 2);
        }
        return new Operation(
                operation.getKey().toUpperCase(Locale.ROOT),
                path.getKey().replaceFirst("^" + Pattern.quote(Api.ROOT), ""),
                query,
                example,
                fields);
    }

    private static void collect(Set<String> fields, String prefix, JsonNode schema, JsonNode schemas, int levels) {
        resolved(schema, schemas).path("properties").properties().forEach(property -> {
            fields.add(prefix + property.getKey());
            if (levels > 1) {
                var type = property.getValue();
                collect(fields, prefix + property.getKey() + '.', type, schemas, levels - 1);
                collect(fields, prefix + property.getKey() + "[].", type.path("items"), schemas, levels - 1);
            }
        });
    }

    private static JsonNode resolved(JsonNode schema, JsonNode schemas) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
