package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.infogreffe.Lexer.Kind;
import fr.tiers.simulator.infogreffe.Lexer.Token;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of {@code /records}, checked as the platform checks them. */
record RecordQuery(Condition where, Map<String, String> select, Comparator<ObjectNode> order, int limit, int offset) {

    private static final int MAX_LIMIT = 100;
    private static final int MAX_WINDOW = 10_000;

    static RecordQuery of(HttpCall call, Set<String> fields) {
        int limit = number(call, "limit", 10);
        int offset = number(call, "offset", 0);
        if (limit < -1 || limit > MAX_LIMIT) {
            throw OdsqlException.parameter("Invalid value for limit API parameter: " + limit
                    + " was found but -1 <= limit <= " + MAX_LIMIT + " is expected.");
        }
        if (offset < 0) {
            throw OdsqlException.parameter(
                    "Invalid value for offset API parameter: " + offset + " was found but >= 0 is expected.");
        }
        if (offset + limit > MAX_WINDOW) {
            throw OdsqlException.parameter("Invalid value for sum of offset + limit API parameter: " + (offset + limit)
                    + " was found but <= " + MAX_WINDOW + " is expected.");
        }
        if (call.filled("group_by").isPresent()) {
            throw OdsqlException.malformed("group_by", "Aggregations are not simulated.");
        }
        Condition where = WhereParser.parse(call.first("where").orElse(null), fields);
        for (String refinement : call.all("refine")) {
            where = where.and(facet(refinement, fields));
        }
        for (String exclusion : call.all("exclude")) {
            where = where.and(facet(exclusion, fields).not());
        }
        return new RecordQuery(
                where,
                select(call.filled("select").orElse("*"), fields),
                order(call.filled("order_by").orElse(""), fields),
                limit < 0 ? MAX_LIMIT : limit,
                offset);
    }

    /** Only the selected fields, under the asked names. */
    ObjectNode project(ObjectNode record) {
        if (select.isEmpty()) {
            return record;
        }
        ObjectNode projected = Json.object();
        select.forEach((name, field) -> projected.set(name, record.get(field)));
        return projected;
    }

    private static Condition facet(String facet, Set<String> fields) {
        int colon = facet.indexOf(':');
        if (colon < 0 || !fields.contains(facet.substring(0, colon))) {
            throw OdsqlException.parameter("Invalid value for refine API parameter: " + facet + ".");
        }
        String field = facet.substring(0, colon);
        String value = facet.substring(colon + 1).replaceAll("^\"|\"$", "");
        return Condition.on(record -> value.equals(record.path(field).asText()));
    }

    /** Empty map: every field. */
    private static Map<String, String> select(String clause, Set<String> fields) {
        Map<String, String> selected = new LinkedHashMap<>();
        List<Token> tokens = Lexer.tokens("select", clause);
        for (int i = 0; tokens.get(i).kind() != Kind.END; i++) {
            Token token = tokens.get(i);
            if (token.is(",")) {
                continue;
            }
            if (token.is("*")) {
                fields.forEach(field -> selected.put(field, field));
                continue;
            }
            String field = known("select", token, fields);
            if (tokens.get(i + 1).is("as")) {
                selected.put(tokens.get(i + 2).text(), field);
                i += 2;
            } else {
                selected.put(field, field);
            }
        }
        return selected;
    }

    private static Comparator<ObjectNode> order(String clause, Set<String> fields) {
        Comparator<ObjectNode> order = null;
        List<Token> tokens = Lexer.tokens("order_by", clause);
        for (int i = 0; tokens.get(i).kind() != Kind.END; i++) {
            if (tokens.get(i).is(",")) {
                continue;
            }
            String field = known("order_by", tokens.get(i), fields);
            Comparator<ObjectNode> next = Comparator.comparing(record -> record.path(field), RecordQuery::compare);
            if (tokens.get(i + 1).is("desc")) {
                next = next.reversed();
            }
            if (tokens.get(i + 1).is("desc") || tokens.get(i + 1).is("asc")) {
                i++;
            }
            order = order == null ? next : order.thenComparing(next);
        }
        return order;
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNull() || other.isNull()) {
            return Boolean.compare(other.isNull(), one.isNull());
        }
        return one.isNumber() && other.isNumber()
                ? Double.compare(one.asDouble(), other.asDouble())
                : one.asText().compareTo(other.asText());
    }

    private static String known(String clause, Token token, Set<String> fields) {
        if (!fields.contains(token.text())) {
            throw OdsqlException.malformed(clause, "Unknown field: " + token.text() + ".");
        }
        return token.text();
    }

    private static int number(HttpCall call, String name, int usual) {
        String text = call.first(name).orElse(null);
        if (text == null) {
            return usual;
        }
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw OdsqlException.parameter(
                    "Invalid value for " + name + " API parameter: " + text + " was found but an integer is expected.");
        }
    }
}
