package fr.tiers.registry;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.tier.identity.Ape;
import fr.tiers.tier.identity.Siren;
import fr.tiers.tier.identity.Siret;
import fr.tiers.tier.identity.VatNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static fr.tiers.registry.Fields.date;
import static fr.tiers.registry.Fields.firstText;
import static fr.tiers.registry.Fields.text;

/**
 * Reads results of the API Recherche d'entreprises ({@code GET /search}, shape of mid-2026). Nothing is taken for granted: the directory
 * knows ghost units whose every field is null, and masks what a unit does not want published.
 */
final class CompanyParser {

    private CompanyParser() {}

    /** @return one match per establishment, head offices of units without a matching establishment included; ghosts left out */
    static List<CompanyMatch> parse(JsonNode answer) {
        var matches = new ArrayList<CompanyMatch>();
        for (var unit : answer.path("results")) {
            establishments(unit).map(place -> match(unit, place)).forEach(matches::add);
        }
        return List.copyOf(matches);
    }

    private static Stream<JsonNode> establishments(JsonNode unit) {
        var siren = text(unit, "siren");
        if (!Siren.isValid(siren)) {
            return Stream.empty();
        }
        var headOffice = unit.path("siege");
        var places = new ArrayList<JsonNode>();
        for (var place : unit.path("matching_etablissements")) {
            // The head office is described in more detail at its own place.
            var same = text(place, "siret") != null && text(place, "siret").equals(text(headOffice, "siret"));
            places.add(same ? headOffice : place);
        }
        if (places.isEmpty()) {
            places.add(headOffice);
        }
        return places.stream().filter(place -> belongs(text(place, "siret"), siren));
    }

    private static boolean belongs(String siret, String siren) {
        return Siret.isValid(siret) && Siret.sirenOf(siret).equals(siren);
    }

    private static CompanyMatch match(JsonNode unit, JsonNode place) {
        var siren = text(unit, "siren");
        var siret = text(place, "siret");
        var address = AddressParser.parse(place);
        var tradeName = tradeName(place);
        var individual = isIndividual(unit);
        var person = individual ? person(unit) : null;
        var ape = Ape.normalise(first(text(place, "activite_principale"), text(unit, "activite_principale")));
        var legalForm = text(unit, "nature_juridique");
        var band = first(text(place, "tranche_effectif_salarie"), text(unit, "tranche_effectif_salarie"));
        var declaredVat = firstText(unit.path("tva"));
        return new CompanyMatch(
                siren,
                siret,
                name(unit, tradeName, address, siren),
                tradeName,
                individual,
                person == null ? null : text(person, "nom"),
                person == null ? null : text(person, "prenoms"),
                place.path("est_siege").asBoolean(siret.equals(text(unit.path("siege"), "siret"))),
                isOpen(text(place, "etat_administratif")) && isOpen(text(unit, "etat_administratif")),
                first(date(place, "date_creation"), date(unit, "date_creation")),
                first(date(place, "date_fermeture"), date(unit, "date_fermeture")),
                address,
                Ape.isValid(ape) ? ape : null,
                Labels.NAF.of(ape).orElse(null),
                legalForm,
                Labels.LEGAL_FORM.of(legalForm).orElse(null),
                band,
                Labels.HEADCOUNT.of(band).orElse(null),
                VatNumber.isValid(declaredVat) ? VatNumber.normalise(declaredVat) : VatNumber.ofSiren(siren),
                !VatNumber.isValid(declaredVat),
                isPartial(unit, place) ? Diffusion.PARTIAL : Diffusion.FULL,
                List.of());
    }

    /** The full name repeats acronym and trade name in brackets, so the registered one comes first. */
    private static String name(JsonNode unit, String tradeName, RegistryAddress address, String siren) {
        return Stream.of(
                        text(unit, "nom_raison_sociale"),
                        text(unit, "nom_complet"),
                        text(unit, "sigle"),
                        tradeName,
                        address.line1())
                .filter(name -> name != null && !name.contains("[N"))
                .findFirst()
                .orElse("SIREN " + siren);
    }

    private static String tradeName(JsonNode place) {
        return first(text(place, "nom_commercial"), firstText(place.path("liste_enseignes")));
    }

    private static boolean isIndividual(JsonNode unit) {
        return "1000".equals(text(unit, "nature_juridique"))
                || unit.path("complements").path("est_entrepreneur_individuel").asBoolean(false);
    }

    private static JsonNode person(JsonNode unit) {
        for (var director : unit.path("dirigeants")) {
            if (text(director, "nom") != null) {
                return director;
            }
        }
        return null;
    }

    /** A: open. Closing dates may stand on open units, so the state alone decides; without one nothing is known against it. */
    private static boolean isOpen(String state) {
        return state == null || state.equals("A");
    }

    private static boolean isPartial(JsonNode unit, JsonNode place) {
        return "P".equals(text(unit, "statut_diffusion")) || "P".equals(text(place, "statut_diffusion_etablissement"));
    }

    private static <T> T first(T preferred, T otherwise) {
        return preferred == null ? otherwise : preferred;
    }
}
