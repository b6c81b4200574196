package fr.tiers.simulator.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.Json;
import java.util.List;

/** Field lists of a Recherche d'entreprises answer, in the order the service sends them. */
public final class Shapes {

    public static final List<String> HEAD_OFFICE = List.of(
            "activite_principale",
            "activite_principale_naf25",
            "activite_principale_registre_metier",
            "annee_tranche_effectif_salarie",
            "adresse",
            "caractere_employeur",
            "cedex",
            "code_pays_etranger",
            "code_postal",
            "commune",
            "complement_adresse",
            "coordonnees",
            "date_creation",
            "date_debut_activite",
            "date_fermeture",
            "date_mise_a_jour",
            "date_mise_a_jour_insee",
            "departement",
            "distribution_speciale",
            "epci",
            "est_siege",
            "etat_administratif",
            "geo_adresse",
            "geo_id",
            "indice_repetition",
            "latitude",
            "libelle_cedex",
            "libelle_commune",
            "libelle_commune_etranger",
            "libelle_pays_etranger",
            "libelle_voie",
            "liste_enseignes",
            "liste_finess",
            "liste_id_bio",
            "liste_idcc",
            "liste_id_organisme_formation",
            "liste_rge",
            "liste_uai",
            "longitude",
            "nom_commercial",
            "numero_voie",
            "dernier_numero_voie",
            "region",
            "siret",
            "statut_diffusion_etablissement",
            "tranche_effectif_salarie",
            "type_voie");

    public static final List<String> MATCHING_ESTABLISHMENT = List.of(
            "activite_principale",
            "activite_principale_naf25",
            "ancien_siege",
            "annee_tranche_effectif_salarie",
            "adresse",
            "caractere_employeur",
            "code_postal",
            "commune",
            "date_creation",
            "date_debut_activite",
            "date_fermeture",
            "epci",
            "est_siege",
            "etat_administratif",
            "geo_id",
            "latitude",
            "libelle_commune",
            "liste_enseignes",
            "liste_finess",
            "liste_id_bio",
            "liste_idcc",
            "liste_id_organisme_formation",
            "liste_rge",
            "liste_uai",
            "longitude",
            "nom_commercial",
            "region",
            "siret",
            "statut_diffusion_etablissement",
            "tranche_effectif_salarie");

    public static final List<String> UNIT = List.of(
            "siren",
            "nom_complet",
            "nom_raison_sociale",
            "sigle",
            "nombre_etablissements",
            "nombre_etablissements_ouverts",
            "siege",
            "activite_principale",
            "activite_principale_naf25",
            "categorie_entreprise",
            "caractere_employeur",
            "annee_categorie_entreprise",
            "date_creation",
            "date_fermeture",
            "date_mise_a_jour",
            "date_mise_a_jour_insee",
            "date_mise_a_jour_rne",
            "dirigeants",
            "etat_administratif",
            "nature_juridique",
            "section_activite_principale",
            "tranche_effectif_salarie",
            "annee_tranche_effectif_salarie",
            "statut_diffusion",
            "matching_etablissements",
            "finances",
            "complements",
            "tva");

    /** Complements that are true or false. */
    static final List<String> TRAITS = List.of(
            "convention_collective_renseignee",
            "egapro_renseignee",
            "est_achats_responsables",
            "est_alim_confiance",
            "est_association",
            "est_avocat",
            "est_bio",
            "est_entrepreneur_individuel",
            "est_entrepreneur_spectacle",
            "est_ess",
            "est_finess",
            "est_organisme_formation",
            "est_qualiopi",
            "est_rge",
            "est_siae",
            "est_societe_mission",
            "est_uai",
            "est_patrimoine_vivant",
            "bilan_ges_renseigne",
            "a_aide_minimis",
            "a_aide_ademe",
            "est_administration",
            "est_service_public",
            "est_l100_3");

    /** Complements that carry a value; always null for invented units. */
    static final List<String> VALUED_COMPLEMENTS = List.of(
            "collectivite_territoriale",
            "liste_idcc",
            "liste_finess_juridique",
            "liste_id_organisme_formation",
            "identifiant_association",
            "statut_entrepreneur_spectacle",
            "type_siae");

    /** What {@code statut_diffusion_etablissement: P} hides. */
    static final List<String> MASKED_ADDRESS = List.of(
            "adresse",
            "cedex",
            "code_postal",
            "complement_adresse",
            "coordonnees",
            "distribution_speciale",
            "indice_repetition",
            "longitude",
            "latitude",
            "libelle_cedex",
            "libelle_voie",
            "numero_voie",
            "dernier_numero_voie",
            "type_voie");

    private Shapes() {}

    public static ObjectNode nulls(List<String> fields) {
        ObjectNode node = Json.object();
        fields.forEach(node::putNull);
        return node;
    }

    /** The node cut down to those fields; what it lacks becomes null. */
    public static ObjectNode only(ObjectNode node, List<String> fields) {
        ObjectNode shaped = nulls(fields);
        for (String field : fields) {
            if (node.has(field)) {
                shaped.set(field, node.get(field));
            }
        }
        if (shaped.path("ancien_siege").isNull()) {
            shaped.put("ancien_siege", false);
        }
        return shaped;
    }
}
