package fr.tiers.simulator.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Units taken from recorded answers of Recherche d'entreprises. */
final class RecordedUnits {

    /** What the State's own site asks for on top; the public call does not return it. */
    private static final List<String> NOT_PUBLIC =
            List.of("immatriculation", "admin", "bodacc", "etablissements", "slug");

    private RecordedUnits() {}

    static List<Unit> shipped() {
        List<Unit> units = new ArrayList<>();
        for (String line : Resources.lines("recorded-units.jsonl")) {
            try {
                JsonNode entry = Json.read(line.getBytes(StandardCharsets.UTF_8));
                Map<String, ObjectNode> places = new LinkedHashMap<>();
                collect(entry.path("etablissements"), places);
                units.add(unit((ObjectNode) entry.path("unit"), places));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return units;
    }

    static List<Unit> in(Path folder) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        Map<String, Map<String, ObjectNode>> places = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RecordedUnits::isRecording).sorted().toList()) {
                for (JsonNode result : Json.read(Files.readAllBytes(file)).path("results")) {
                    String siren = Json.text(result, "siren");
                    if (siren == null) {
                        continue;
                    }
                    collect(
                            result.path("matching_etablissements"),
                            places.computeIfAbsent(siren, key -> new LinkedHashMap<>()));
                    found.putIfAbsent(siren, (ObjectNode) result);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("recordings in " + folder, e);
        }
        return found.entrySet().stream()
                .map(entry -> unit(entry.getValue(), places.get(entry.getKey())))
                .toList();
    }

    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("search-") && name.endsWith(".json");
    }

    private static void collect(JsonNode establishments, Map<String, ObjectNode> bySiret) {
        establishments.forEach(node -> bySiret.putIfAbsent(Json.text(node, "siret"), (ObjectNode) node));
    }

    private static Unit unit(ObjectNode node, Map<String, ObjectNode> matching) {
        node.remove(NOT_PUBLIC);
        node.remove("matching_etablissements");
        if (!node.has("tva")) {
            node.putNull("tva"); // present in every public answer, left out by the recorded call
        }
        List<ObjectNode> establishments = new ArrayList<>();
        if (node.path("siege") instanceof ObjectNode head && !head.isEmpty()) {
            establishments.add(head);
            matching.remove(Json.text(head, "siret"));
        }
        establishments.addAll(matching.values());
        return Unit.of(
                Unit.Origin.RECORDED,
                () -> new Unit.Sheet(
                        node.deepCopy(),
                        establishments.stream().map(ObjectNode::deepCopy).toList()));
    }
}
