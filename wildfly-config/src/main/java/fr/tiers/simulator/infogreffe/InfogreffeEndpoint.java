package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Refusal;
import fr.tiers.simulator.data.Registry;
import fr.tiers.simulator.http.Answer;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.http.ProviderEndpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The key figures portal of Infogreffe, an Opendatasoft (Huwise) Explore API v2.1. Paths, limits, field names and error
 * bodies follow the vendor's OpenAPI and recorded answers; the figures are invented, see {@link KeyFigures}.
 */
public final class InfogreffeEndpoint implements ProviderEndpoint {

    private static final String BASE = "/api/explore/v2.1/catalog/datasets";

    private final Registry registry;
    private final Supplier<Limits> limits;
    private final List<Dataset> datasets;

    public InfogreffeEndpoint(Registry registry, Supplier<Limits> limits) {
        this.registry = registry;
        this.limits = limits;
        this.datasets = IntStream.rangeClosed(KeyFigures.FIRST_DATASET, KeyFigures.LAST_DATASET)
                .mapToObj(year -> new Dataset(year, registry))
                .toList();
    }

    /** The key of a call, by query parameter or header; the platform takes both. */
    public static Optional<String> apiKey(HttpCall call) {
        return call.filled("apikey").or(() -> call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Apikey ", 0, 7))
                .map(value -> value.substring(7).trim()));
    }

    @Override
    public Answer answer(HttpCall call) {
        String required = limits.get().apiKey();
        if (required != null && !apiKey(call).equals(Optional.of(required))) {
            return error(401, "InvalidAPIKeyError", "The provided API key is invalid or missing.");
        }
        if (!"GET".equals(call.method()) && !"HEAD".equals(call.method())) {
            return error(405, "MethodNotAllowed", "Method not allowed.");
        }
        if (!call.path().startsWith(BASE)) {
            return error(404, "NotFoundResource", "The requested resource does not exist.");
        }
        try {
            return route(
                    call,
                    call.path().substring(BASE.length()).replaceFirst("^/", "").split("/"));
        } catch (OdsqlException e) {
            return error(400, e.code(), e.getMessage());
        }
    }

    @Override
    public Answer refuse(Refusal refusal) {
        ObjectNode body = Json.object();
        boolean domain = refusal.reason() != Refusal.Reason.ANONYMOUS_QUOTA;
        body.put("errorcode", domain ? 10002 : 10005);
        body.put("reset_time", refusal.resetAt().toString());
        body.put("limit_time_unit", refusal.reason() == Refusal.Reason.RATE ? "second" : "day");
        body.put("call_limit", refusal.limit());
        body.put(
                "error",
                domain
                        ? "Too many requests on the domain. Please contact the domain administrator."
                        : "You have exceeded the requests limit for anonymous users.");
        return Answer.json(429, body).with("Retry-After", refusal.retryAfterSeconds());
    }

    @Override
    public Answer broken(int status) {
        return error(status, "InternalServerError", "Internal server error.");
    }

    private Answer route(HttpCall call, String[] path) {
        if (path[0].isEmpty()) {
            return catalogue(call);
        }
        Dataset dataset = datasets.stream()
                .filter(candidate -> candidate.id().equals(path[0]))
                .findFirst()
                .orElse(null);
        if (dataset == null) {
            return error(404, "NotFoundResource", "The requested dataset " + path[0] + " does not exist.");
        }
        if (path.length == 1) {
            return Answer.json(200, dataset.description(registry.units().size()));
        }
        if (path.length == 2 && "records".equals(path[1])) {
            return records(call, dataset);
        }
        if (path.length == 3 && "records".equals(path[1])) {
            return dataset.record(path[2])
                    .map(record -> Answer.json(200, record))
                    .orElseGet(() ->
                            error(404, "NotFoundResource", "The requested record " + path[2] + " does not exist."));
        }
        if (path.length == 3 && "exports".equals(path[1]) && "json".equals(path[2])) {
            return export(call, dataset);
        }
        return error(404, "NotFoundResource", "The requested resource does not exist.");
    }

    private Answer catalogue(HttpCall call) {
        String where = call.first("where").orElse("");
        ArrayNode results = Json.array();
        datasets.stream()
                .filter(dataset ->
                        !where.contains("\"") || dataset.id().contains(where.split("\"")[1].replace("%", "")))
                .sorted(Comparator.comparing(Dataset::id))
                .forEach(dataset ->
                        results.add(dataset.description(registry.units().size())));
        ObjectNode body = Json.object();
        body.put("total_count", results.size());
        body.set("results", results);
        return Answer.json(200, body);
    }

    private static Answer records(HttpCall call, Dataset dataset) {
        RecordQuery query = RecordQuery.of(call, Dataset.FIELDS.keySet());
        List<ObjectNode> found = sorted(query, dataset);
        ObjectNode body = Json.object();
        body.put("total_count", found.size());
        ArrayNode results = body.putArray("results");
        found.stream()
                .skip(query.offset())
                .limit(query.limit())
                .map(query::project)
                .forEach(results::add);
        return Answer.json(200, body);
    }

    private static Answer export(HttpCall call, Dataset dataset) {
        RecordQuery query = RecordQuery.of(call, Dataset.FIELDS.keySet());
        ArrayNode all = Json.array();
        sorted(query, dataset).stream().map(query::project).forEach(all::add);
        return Answer.json(200, all);
    }

    private static List<ObjectNode> sorted(RecordQuery query, Dataset dataset) {
        List<ObjectNode> found = dataset.records(query.where());
        if (query.order() != null) {
            found.sort(query.order());
        }
        return found;
    }

    private static Answer error(int status, String code, String message) {
        return Answer.json(status, Json.object().put("error_code", code).put("message", message));
    }
}
