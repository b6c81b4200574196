package fr.tiers.simulator.insee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Refusal;
import fr.tiers.simulator.data.EdgeUnits;
import fr.tiers.simulator.data.Identifiers;
import fr.tiers.simulator.data.Registry;
import fr.tiers.simulator.data.Unit;
import fr.tiers.simulator.http.Answer;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.http.ProviderEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** INSEE API Sirene 3.11: the official register, with a key. Variables and envelopes follow INSEE's documentation. */
public final class SireneEndpoint implements ProviderEndpoint {

    /** Header of a personal key. */
    public static final String KEY_HEADER = "X-INSEE-Api-Key-Integration";

    private static final String BASE = "/api-sirene/3.11";
    private static final int MAX_START = 1_000;
    private static final int MAX_COUNT = 1_000;

    private final Registry registry;
    private final Supplier<Limits> limits;

    public SireneEndpoint(Registry registry, Supplier<Limits> limits) {
        this.registry = registry;
        this.limits = limits;
    }

    @Override
    public Answer answer(HttpCall original) {
        String required = limits.get().apiKey();
        Optional<String> key = original.header(KEY_HEADER);
        if (key.isEmpty() || required != null && !required.equals(key.get())) {
            return Answer.json(401, Json.object().put("message", "Unauthorized").put("http_status_code", 401));
        }
        if (!original.path().startsWith(BASE)) {
            return message(404, "Ressource non trouvée");
        }
        if (original.header("Accept")
                .filter(type -> !type.contains("json") && !type.contains("*/*"))
                .isPresent()) {
            return message(406, "Le format demandé n'est pas disponible");
        }
        HttpCall call = "POST".equals(original.method()) ? original.withFormParameters() : original;
        String[] path =
                call.path().substring(BASE.length()).replaceFirst("^/", "").split("/");
        try {
            Answer answer = route(call, path);
            return "true".equals(call.first("masquerValeursNulles").orElse("")) ? withoutNulls(answer) : answer;
        } catch (SireneQuery.Malformed e) {
            return message(400, e.getMessage());
        } catch (NumberFormatException e) {
            return message(400, "Erreur de syntaxe dans les paramètres nombre ou debut");
        }
    }

    @Override
    public Answer refuse(Refusal refusal) {
        // the gateway's body is not documented
        ObjectNode body = Json.object().put("message", "Rate limit exceeded").put("http_status_code", 429);
        return Answer.json(429, body).with("Retry-After", refusal.retryAfterSeconds());
    }

    @Override
    public Answer broken(int status) {
        return message(status, status == 503 ? "Service en maintenance" : "Erreur interne du serveur");
    }

    private Answer route(HttpCall call, String[] path) {
        boolean one = path.length == 2;
        return switch (path[0]) {
            case "siren" -> one
                    ? unit(path[1])
                    : path.length == 1 ? search(call, false) : message(404, "Ressource non trouvée");
            case "siret" -> one
                    ? establishment(path[1])
                    : path.length == 1 ? search(call, true) : message(404, "Ressource non trouvée");
            case "informations" -> Answer.json(200, informations());
            default -> message(404, "Ressource non trouvée");
        };
    }

    private Answer unit(String siren) {
        if (!siren.matches("\\d{9}")) {
            return message(400, "Erreur de syntaxe dans le paramètre siren");
        }
        if (EdgeUnits.DUPLICATE.equals(siren)) {
            return message(301, "L'unité légale " + siren + " est un doublon de " + EdgeUnits.MERGED_INTO)
                    .with("Location", "/insee" + BASE + "/siren/" + EdgeUnits.MERGED_INTO);
        }
        return registry.unit(siren)
                .filter(unit -> Identifiers.isSiren(siren))
                .map(unit -> {
                    ObjectNode body = ok();
                    body.set("uniteLegale", SireneShapes.unit(unit));
                    return Answer.json(200, body);
                })
                .orElseGet(() -> message(404, "Aucun élément trouvé pour le siren " + siren));
    }

    private Answer establishment(String siret) {
        if (!siret.matches("\\d{14}")) {
            return message(400, "Erreur de syntaxe dans le paramètre siret");
        }
        return establishments(Stream.of(siret.substring(0, 9)))
                .filter(node -> siret.equals(Json.text(node, "siret")))
                .findFirst()
                .map(node -> {
                    ObjectNode body = ok();
                    body.set("etablissement", node);
                    return Answer.json(200, body);
                })
                .orElseGet(() -> message(404, "Aucun élément trouvé pour le siret " + siret));
    }

    private Answer search(HttpCall call, boolean bySiret) {
        int count = Integer.parseInt(call.filled("nombre").orElse("20"));
        int start = Integer.parseInt(call.filled("debut").orElse("0"));
        if (count < 0 || count > MAX_COUNT) {
            return message(400, "Erreur de syntaxe, le paramètre nombre doit être compris entre 0 et " + MAX_COUNT);
        }
        if (start < 0 || start > MAX_START) {
            return message(400, "Erreur de syntaxe, le paramètre debut doit être compris entre 0 et " + MAX_START);
        }
        SireneQuery.Parsed query =
                call.filled("q").map(SireneQuery::parse).orElse(new SireneQuery.Parsed(node -> true, Optional.empty()));
        Optional<String> cursor = call.filled("curseur");
        int from = cursor.map(SireneEndpoint::position).orElse(start);
        Stream<String> sirens = query.numbers()
                .<Stream<String>>map(numbers -> numbers.stream()
                        .filter(number -> number.length() >= 9)
                        .map(number -> number.substring(0, 9))
                        .distinct()
                        .sorted())
                .orElseGet(() -> registry.units().stream().map(Unit::siren).sorted());
        List<ObjectNode> found = (bySiret ? establishments(sirens) : units(sirens))
                .filter(query.test())
                .toList();
        if (found.isEmpty()) {
            return message(404, "Aucun élément trouvé pour q=" + call.first("q").orElse(""));
        }
        List<ObjectNode> page = found.stream().skip(from).limit(count).toList();
        ObjectNode body = Json.object();
        ObjectNode header = body.putObject("header");
        header.put("statut", 200)
                .put("message", "OK")
                .put("total", found.size())
                .put("debut", from)
                .put("nombre", page.size());
        cursor.ifPresent(current -> header.put("curseur", current)
                .put("curseurSuivant", page.isEmpty() ? current : cursor(from + page.size())));
        ArrayNode list = body.putArray(bySiret ? "etablissements" : "unitesLegales");
        page.forEach(list::add);
        return Answer.json(200, projected(body, list, call)).with("X-Total-Count", found.size());
    }

    /** {@code champs} keeps the named variables; {@code siret} or {@code siren} always stays. */
    private static ObjectNode projected(ObjectNode body, ArrayNode list, HttpCall call) {
        call.filled("champs").ifPresent(text -> {
            Set<String> kept = new HashSet<>(Arrays.asList(text.split("\\s*,\\s*")));
            kept.addAll(List.of("siren", "siret"));
            list.forEach(node -> ((ObjectNode) node).retain(kept));
        });
        return body;
    }

    private Stream<ObjectNode> units(Stream<String> sirens) {
        return sirens.flatMap(siren -> registry.unit(siren).stream())
                .filter(unit -> Identifiers.isSiren(unit.siren()) && !EdgeUnits.DUPLICATE.equals(unit.siren()))
                .map(SireneShapes::unit);
    }

    private Stream<ObjectNode> establishments(Stream<String> sirens) {
        return sirens.flatMap(siren -> registry.unit(siren).stream()).flatMap(unit -> {
            Unit.Sheet sheet = unit.sheet().get();
            return sheet.establishments().stream().map(node -> SireneShapes.establishment(unit, sheet.unit(), node));
        });
    }

    /** Opaque to clients, a plain offset inside. */
    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String cursor) {
        if ("*".equals(cursor)) {
            return 0;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(cursor);
            return Integer.parseInt(new String(decoded, StandardCharsets.US_ASCII).substring(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SireneQuery.Malformed("Curseur invalide : " + cursor);
        }
    }

    private static ObjectNode informations() {
        ObjectNode body = ok();
        body.put("etatService", "UP");
        ArrayNode states = body.putArray("etatsDesServices");
        for (String collection : List.of("Unités légales", "Établissements", "Liens de succession")) {
            states.addObject().put("Collection", collection).put("etatCollection", "UP");
        }
        body.put("versionService", "3.11");
        body.put("journalDesModifications", "Simulateur de Tiers");
        ArrayNode dates = body.putArray("datesDernieresMisesAJourDesDonnees");
        for (String collection : List.of("unitesLegales", "etablissements")) {
            dates.addObject()
                    .put("collection", collection)
                    .put("dateDerniereMiseADisposition", "2026-11-20T23:00:00")
                    .put("dateDernierTraitementMaximum", "2026-11-20T20:00:00");
        }
        return body;
    }

    private static Answer withoutNulls(Answer answer) {
        try {
            JsonNode tree = Json.read(answer.body());
            dropNulls(tree);
            return answer.withBody(Json.bytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(SireneEndpoint::dropNulls);
    }

    private static ObjectNode ok() {
        ObjectNode body = Json.object();
        body.putObject("header").put("statut", 200).put("message", "OK");
        return body;
    }

    private static Answer message(int status, String text) {
        ObjectNode body = Json.object();
        body.putObject("header").put("statut", status).put("message", text);
        return Answer.json(status, body);
    }
}
