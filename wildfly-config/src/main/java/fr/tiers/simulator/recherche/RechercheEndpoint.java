package fr.tiers.simulator.recherche;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.control.Refusal;
import fr.tiers.simulator.data.Registry;
import fr.tiers.simulator.data.Shapes;
import fr.tiers.simulator.data.Unit;
import fr.tiers.simulator.data.Words;
import fr.tiers.simulator.http.Answer;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.http.ProviderEndpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * API Recherche d'entreprises (DINUM): directory search without a key. Shapes follow recorded answers, rules and error
 * texts the service's published source.
 */
public final class RechercheEndpoint implements ProviderEndpoint {

    private static final Pattern DIGITS = Pattern.compile("\\d{9}|\\d{14}");
    private static final int MAX_TOTAL = 10_000;

    private final Registry registry;

    public RechercheEndpoint(Registry registry) {
        this.registry = registry;
    }

    private record Hit(Unit unit, double score) {}

    @Override
    public Answer answer(HttpCall call) {
        boolean readOnly = "GET".equals(call.method()) || "HEAD".equals(call.method());
        try {
            return switch (readOnly ? call.path() : "") {
                case "/search" -> search(call);
                case "/near_point" -> Answer.json(
                        200, results(new Parameters(call, registry.nomenclatures()).nearPoint(), null));
                case "/health" -> Answer.json(200, Json.object().put("status", "ok"));
                default -> error(404, "Ressource non trouvée.");
            };
        } catch (BadParameter e) {
            return error(400, e.getMessage());
        }
    }

    @Override
    public Answer refuse(Refusal refusal) {
        // the body comes from the proxy in front of the service and is not specified
        return Answer.text(429, "text/plain; charset=utf-8", "Too Many Requests\n")
                .with("Retry-After", refusal.retryAfterSeconds());
    }

    @Override
    public Answer broken(int status) {
        return error(status, "Une erreur inattendue s'est produite. Veuillez réessayer plus tard.");
    }

    private Answer search(HttpCall call) {
        Query query = new Parameters(call, registry.nomenclatures()).search();
        String digits = DIGITS.matcher(query.terms()).matches() ? query.terms() : null;
        return Answer.json(200, results(query, digits));
    }

    private ObjectNode results(Query query, String digits) {
        List<Hit> hits = digits == null ? found(query) : lookedUp(digits);
        int size = query.page().size();
        ArrayNode results = Json.array();
        hits.stream()
                .skip((long) (query.page().number() - 1) * size)
                .limit(size)
                .forEach(hit -> results.add(result(hit, query, digits)));
        int total = Math.min(MAX_TOTAL, hits.size());
        ObjectNode body = Json.object();
        body.set("results", results);
        body.put("total_results", total);
        body.put("page", query.page().number());
        body.put("per_page", size);
        body.put("total_pages", (total + size - 1) / size);
        return body;
    }

    /** A number is looked up directly: the filters play no part. */
    private List<Hit> lookedUp(String digits) {
        Optional<Unit> unit = registry.unit(digits.substring(0, 9));
        if (digits.length() == 14) {
            unit = unit.filter(
                    found -> found.facts().places().stream().anyMatch(place -> digits.equals(place.siret())));
        }
        return unit.map(found -> List.of(new Hit(found, 1))).orElse(List.of());
    }

    private List<Hit> found(Query query) {
        List<String> words = Words.of(query.terms());
        List<String> person = Words.of(query.person());
        return registry.units().stream()
                .filter(unit -> unit.facts().name() != null && query.accepts(unit.facts()))
                .filter(unit -> unit.facts().otherWords().containsAll(person))
                .map(unit -> new Hit(unit, Ranking.score(words, unit.facts())))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score)
                        .thenComparingInt(hit -> hit.unit().facts().openEstablishments())
                        .reversed()
                        .thenComparing(hit -> hit.unit().siren()))
                .toList();
    }

    private static ObjectNode result(Hit hit, Query query, String digits) {
        Unit.Sheet sheet = hit.unit().sheet().get();
        ObjectNode source = sheet.unit();
        source.set("matching_etablissements", matching(hit.unit(), sheet, query, digits));
        ObjectNode result = Json.object();
        Set<String> optional = Set.copyOf(Parameters.INCLUDABLE);
        for (String field : Shapes.UNIT) {
            if (!optional.contains(field) || query.wants(field)) {
                result.set(field, source.get(field));
            }
        }
        if (query.minimal() && query.include().contains("SCORE")) {
            result.put("score", hit.score());
        }
        return result;
    }

    /** Nothing for a SIREN, the one asked for a SIRET, those the filters keep for a search. */
    private static ArrayNode matching(Unit unit, Unit.Sheet sheet, Query query, String digits) {
        ArrayNode list = Json.array();
        if (digits != null && digits.length() == 9) {
            return list;
        }
        Set<String> accepted = unit.facts().places().stream()
                .filter(place -> digits == null ? query.accepts(place) : digits.equals(place.siret()))
                .map(place -> place.siret())
                .collect(Collectors.toSet());
        sheet.establishments().stream()
                .filter(node -> accepted.contains(Json.text(node, "siret")))
                .limit(query.page().establishments())
                .forEach(node -> list.add(Shapes.only(node, Shapes.MATCHING_ESTABLISHMENT)));
        return list;
    }

    private static Answer error(int status, String text) {
        return Answer.json(status, Json.object().put("erreur", text));
    }
}
