package fr.tiers.simulator.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static fr.tiers.simulator.http.Json.text;

/**
 * What searches filter and rank on.
 *
 * @param nameWords folded words of the names, in order
 * @param otherWords folded words of addresses, signs and directors
 * @param traits names of the {@code complements} that are true
 * @param turnover latest published turnover, {@code null} if none
 */
public record UnitFacts(
        String siren,
        String name,
        List<String> nameWords,
        Set<String> otherWords,
        String naf,
        String section,
        String legalForm,
        String headcountBand,
        String category,
        String state,
        String diffusion,
        int openEstablishments,
        Long turnover,
        Long netResult,
        Set<String> traits,
        List<Place> places) {

    /** One establishment. */
    public record Place(
            String siret,
            boolean headOffice,
            String state,
            String postcode,
            String commune,
            String department,
            String region,
            String epci,
            double latitude,
            double longitude) {}

    static UnitFacts of(Unit.Sheet sheet) {
        ObjectNode unit = sheet.unit();
        List<Place> places = new ArrayList<>();
        Set<String> others = new HashSet<>();
        for (ObjectNode establishment : sheet.establishments()) {
            places.add(place(establishment));
            others.addAll(Words.of(text(establishment, "adresse")));
            others.addAll(Words.of(text(establishment, "libelle_commune")));
            others.addAll(Words.of(text(establishment, "nom_commercial")));
            establishment.path("liste_enseignes").forEach(sign -> others.addAll(Words.of(sign.asText())));
        }
        for (JsonNode director : unit.path("dirigeants")) {
            for (String field : List.of("nom", "prenoms", "denomination")) {
                others.addAll(Words.of(text(director, field)));
            }
        }
        Set<String> names = new LinkedHashSet<>(Words.of(text(unit, "nom_complet")));
        names.addAll(Words.of(text(unit, "nom_raison_sociale")));
        names.addAll(Words.of(text(unit, "sigle")));
        JsonNode accounts =
                unit.path("finances").isObject() && !unit.path("finances").isEmpty()
                        ? unit.path("finances").elements().next()
                        : unit.path("finances");
        return new UnitFacts(
                text(unit, "siren"),
                text(unit, "nom_complet"),
                List.copyOf(names),
                Set.copyOf(others),
                text(unit, "activite_principale"),
                text(unit, "section_activite_principale"),
                text(unit, "nature_juridique"),
                text(unit, "tranche_effectif_salarie"),
                text(unit, "categorie_entreprise"),
                text(unit, "etat_administratif"),
                text(unit, "statut_diffusion"),
                unit.path("nombre_etablissements_ouverts").asInt(),
                amount(accounts, "ca"),
                amount(accounts, "resultat_net"),
                traits(unit.path("complements")),
                List.copyOf(places));
    }

    public Place headOffice() {
        return places.stream().filter(Place::headOffice).findFirst().orElse(null);
    }

    private static Place place(ObjectNode node) {
        String commune = text(node, "commune");
        return new Place(
                text(node, "siret"),
                node.path("est_siege").asBoolean(),
                text(node, "etat_administratif"),
                text(node, "code_postal"),
                commune,
                department(commune),
                text(node, "region"),
                text(node, "epci"),
                coordinate(text(node, "latitude")),
                coordinate(text(node, "longitude")));
    }

    /** Department of a commune code: three characters overseas, two elsewhere. */
    public static String department(String commune) {
        if (commune == null || commune.length() < 3) {
            return null;
        }
        return commune.startsWith("97") || commune.startsWith("98") ? commune.substring(0, 3) : commune.substring(0, 2);
    }

    private static Set<String> traits(JsonNode complements) {
        Set<String> traits = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : complements.properties()) {
            if (entry.getValue().isBoolean() && entry.getValue().asBoolean()) {
                traits.add(entry.getKey());
            }
        }
        if (!complements.path("collectivite_territoriale").isMissingNode()
                && !complements.path("collectivite_territoriale").isNull()) {
            traits.add("est_collectivite_territoriale");
        }
        return Set.copyOf(traits);
    }

    private static Long amount(JsonNode accounts, String field) {
        return accounts.path(field).isNumber() ? accounts.path(field).asLong() : null;
    }

    private static double coordinate(String text) {
        return text == null || text.startsWith("[") ? Double.NaN : Double.parseDouble(text);
    }
}
