package fr.tiers.simulator.insee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.data.Lambert93;
import fr.tiers.simulator.data.Unit;
import fr.tiers.simulator.http.Json;
import java.util.List;

import static fr.tiers.simulator.http.Json.text;

/**
 * Turns a unit into the Sirene 3.11 variables. Only one period is known, so histories have one entry, two when the unit or
 * establishment is closed.
 */
final class SireneShapes {

    private static final String ND = "[ND]";
    private static final String PROCESSED = "2025-12-05T20:01:54";

    private static final List<String> MASKED_UNIT = List.of(
            "sigleUniteLegale",
            "sexeUniteLegale",
            "prenom1UniteLegale",
            "prenom2UniteLegale",
            "prenom3UniteLegale",
            "prenom4UniteLegale",
            "prenomUsuelUniteLegale",
            "pseudonymeUniteLegale",
            "nomUniteLegale",
            "nomUsageUniteLegale");
    private static final List<String> MASKED_PERSON = List.of(
            "denominationUniteLegale",
            "denominationUsuelle1UniteLegale",
            "denominationUsuelle2UniteLegale",
            "denominationUsuelle3UniteLegale");

    private SireneShapes() {}

    static ObjectNode unit(Unit unit) {
        ObjectNode source = unit.sheet().get().unit();
        ObjectNode node = Json.object();
        node.put("siren", unit.siren());
        node.put("statutDiffusionUniteLegale", text(source, "statut_diffusion"));
        node.put("dateCreationUniteLegale", text(source, "date_creation"));
        identity(node, source);
        node.put(
                "identifiantAssociationUniteLegale",
                text((ObjectNode) source.get("complements"), "identifiant_association"));
        node.put("trancheEffectifsUniteLegale", text(source, "tranche_effectif_salarie"));
        node.put("anneeEffectifsUniteLegale", text(source, "annee_tranche_effectif_salarie"));
        node.put("dateDernierTraitementUniteLegale", PROCESSED);
        boolean closed = "C".equals(text(source, "etat_administratif"));
        node.put("nombrePeriodesUniteLegale", closed ? 2 : 1);
        node.put("categorieEntreprise", text(source, "categorie_entreprise"));
        node.put("anneeCategorieEntreprise", text(source, "annee_categorie_entreprise"));
        node.put("activitePrincipaleNAF25UniteLegale", text(source, "activite_principale_naf25"));
        String created = text(source, "date_creation");
        String ended = text(source, "date_fermeture");
        var periods = node.putArray("periodesUniteLegale");
        if (closed) {
            periods.add(unitPeriod(source, null, ended, "C", true));
        }
        periods.add(unitPeriod(source, closed ? ended : null, created, "A", false));
        mask(node, source);
        periods.forEach(period -> mask((ObjectNode) period, source));
        return node;
    }

    static ObjectNode establishment(Unit unit, ObjectNode unitSource, ObjectNode source) {
        String siret = text(source, "siret");
        ObjectNode node = Json.object();
        node.put("siren", unit.siren());
        node.put("nic", siret.substring(9));
        node.put("siret", siret);
        node.put("statutDiffusionEtablissement", text(source, "statut_diffusion_etablissement"));
        node.put("dateCreationEtablissement", text(source, "date_creation"));
        node.put("trancheEffectifsEtablissement", text(source, "tranche_effectif_salarie"));
        node.put("anneeEffectifsEtablissement", text(source, "annee_tranche_effectif_salarie"));
        node.put("activitePrincipaleRegistreMetiersEtablissement", text(source, "activite_principale_registre_metier"));
        node.put("dateDernierTraitementEtablissement", PROCESSED);
        node.put("etablissementSiege", source.path("est_siege").asBoolean());
        boolean closed = "F".equals(text(source, "etat_administratif"));
        node.put("nombrePeriodesEtablissement", closed ? 2 : 1);
        node.put("activitePrincipaleNAF25Etablissement", text(source, "activite_principale_naf25"));
        node.set("uniteLegale", nestedUnit(unitSource));
        node.set("adresseEtablissement", address(source));
        node.set("adresse2Etablissement", secondAddress());
        String created = text(source, "date_creation");
        String ended = text(source, "date_fermeture");
        var periods = node.putArray("periodesEtablissement");
        if (closed) {
            periods.add(establishmentPeriod(source, null, ended, "F", true));
        }
        periods.add(establishmentPeriod(source, closed ? ended : null, created, "A", false));
        return node;
    }

    private static ObjectNode nestedUnit(ObjectNode source) {
        ObjectNode node = Json.object();
        node.put("etatAdministratifUniteLegale", text(source, "etat_administratif"));
        node.put("statutDiffusionUniteLegale", text(source, "statut_diffusion"));
        node.put("dateCreationUniteLegale", text(source, "date_creation"));
        node.put("categorieJuridiqueUniteLegale", text(source, "nature_juridique"));
        node.put("denominationUniteLegale", denomination(source));
        names(node, source);
        identity(node, source);
        node.put("activitePrincipaleUniteLegale", text(source, "activite_principale"));
        node.put("nomenclatureActivitePrincipaleUniteLegale", "NAFRev2");
        node.put("activitePrincipaleNAF25UniteLegale", text(source, "activite_principale_naf25"));
        node.putNull("identifiantAssociationUniteLegale");
        node.put(
                "economieSocialeSolidaireUniteLegale",
                source.path("complements").path("est_ess").asBoolean() ? "O" : "N");
        node.put(
                "societeMissionUniteLegale",
                source.path("complements").path("est_societe_mission").asBoolean() ? "O" : null);
        node.putNull("caractereEmployeurUniteLegale");
        node.put("trancheEffectifsUniteLegale", text(source, "tranche_effectif_salarie"));
        node.put("anneeEffectifsUniteLegale", text(source, "annee_tranche_effectif_salarie"));
        node.put("nicSiegeUniteLegale", headOfficeNic(source));
        node.put("dateDernierTraitementUniteLegale", PROCESSED);
        node.put("categorieEntreprise", text(source, "categorie_entreprise"));
        node.put("anneeCategorieEntreprise", text(source, "annee_categorie_entreprise"));
        mask(node, source);
        return node;
    }

    private static ObjectNode unitPeriod(ObjectNode source, String end, String start, String state, boolean changed) {
        ObjectNode node = Json.object();
        node.put("dateFin", end);
        node.put("dateDebut", start);
        node.put("etatAdministratifUniteLegale", state);
        node.put("changementEtatAdministratifUniteLegale", changed);
        names(node, source);
        node.put("changementNomUniteLegale", false);
        node.put("changementNomUsageUniteLegale", false);
        node.put("denominationUniteLegale", denomination(source));
        node.put("changementDenominationUniteLegale", false);
        node.put("changementDenominationUsuelleUniteLegale", false);
        node.put("categorieJuridiqueUniteLegale", text(source, "nature_juridique"));
        node.put("changementCategorieJuridiqueUniteLegale", false);
        node.put("activitePrincipaleUniteLegale", text(source, "activite_principale"));
        node.put("nomenclatureActivitePrincipaleUniteLegale", "NAFRev2");
        node.put("changementActivitePrincipaleUniteLegale", false);
        node.put("nicSiegeUniteLegale", headOfficeNic(source));
        node.put("changementNicSiegeUniteLegale", false);
        node.put(
                "economieSocialeSolidaireUniteLegale",
                source.path("complements").path("est_ess").asBoolean() ? "O" : "N");
        node.put("changementEconomieSocialeSolidaireUniteLegale", false);
        node.put(
                "societeMissionUniteLegale",
                source.path("complements").path("est_societe_mission").asBoolean() ? "O" : null);
        node.put("changementSocieteMissionUniteLegale", false);
        node.putNull("caractereEmployeurUniteLegale");
        node.put("changementCaractereEmployeurUniteLegale", false);
        return node;
    }

    private static ObjectNode establishmentPeriod(
            ObjectNode source, String end, String start, String state, boolean changed) {
        ObjectNode node = Json.object();
        node.put("dateFin", end);
        node.put("dateDebut", start);
        node.put("etatAdministratifEtablissement", state);
        node.put("changementEtatAdministratifEtablissement", changed);
        boolean hiddenPerson = "P".equals(text(source, "statut_diffusion_etablissement"))
                && String.valueOf(text(source, "nom_commercial")).startsWith("[");
        for (int i = 1; i <= 3; i++) {
            String sign = source.path("liste_enseignes").path(i - 1).asText(null);
            node.put("enseigne" + i + "Etablissement", hiddenPerson ? ND : sign);
        }
        node.put("changementEnseigneEtablissement", false);
        node.put("denominationUsuelleEtablissement", hiddenPerson ? ND : text(source, "nom_commercial"));
        node.put("changementDenominationUsuelleEtablissement", false);
        node.put("activitePrincipaleEtablissement", text(source, "activite_principale"));
        node.put("nomenclatureActivitePrincipaleEtablissement", "NAFRev2");
        node.put("changementActivitePrincipaleEtablissement", false);
        node.put("caractereEmployeurEtablissement", text(source, "caractere_employeur"));
        node.put("changementCaractereEmployeurEtablissement", false);
        return node;
    }

    private static ObjectNode address(ObjectNode source) {
        ObjectNode node = Json.object();
        node.put("complementAdresseEtablissement", nd(source, "complement_adresse"));
        node.put("numeroVoieEtablissement", nd(source, "numero_voie"));
        node.put("indiceRepetitionEtablissement", nd(source, "indice_repetition"));
        node.put("dernierNumeroVoieEtablissement", nd(source, "dernier_numero_voie"));
        node.putNull("indiceRepetitionDernierNumeroVoieEtablissement");
        node.put("typeVoieEtablissement", nd(source, "type_voie"));
        node.put("libelleVoieEtablissement", nd(source, "libelle_voie"));
        node.put("codePostalEtablissement", nd(source, "code_postal"));
        node.put("libelleCommuneEtablissement", text(source, "libelle_commune"));
        node.put("libelleCommuneEtrangerEtablissement", text(source, "libelle_commune_etranger"));
        node.put("distributionSpecialeEtablissement", nd(source, "distribution_speciale"));
        node.put("codeCommuneEtablissement", text(source, "commune"));
        node.put("codeCedexEtablissement", nd(source, "cedex"));
        node.put("libelleCedexEtablissement", nd(source, "libelle_cedex"));
        node.put("codePaysEtrangerEtablissement", text(source, "code_pays_etranger"));
        node.put("libellePaysEtrangerEtablissement", text(source, "libelle_pays_etranger"));
        boolean hidden = "P".equals(text(source, "statut_diffusion_etablissement"));
        String latitude = text(source, "latitude");
        String commune = text(source, "commune");
        node.put("identifiantAdresseEtablissement", hidden ? ND : null);
        String x = hidden ? ND : null;
        String y = hidden ? ND : null;
        if (!hidden && latitude != null && commune != null && !commune.startsWith("97")) {
            Lambert93.Point point =
                    Lambert93.of(Double.parseDouble(latitude), Double.parseDouble(text(source, "longitude")));
            x = String.valueOf(point.x());
            y = String.valueOf(point.y());
        }
        node.put("coordonneeLambertAbscisseEtablissement", x);
        node.put("coordonneeLambertOrdonneeEtablissement", y);
        return node;
    }

    private static ObjectNode secondAddress() {
        ObjectNode node = Json.object();
        for (String field : List.of(
                "complementAdresse2",
                "numeroVoie2",
                "indiceRepetition2",
                "typeVoie2",
                "libelleVoie2",
                "codePostal2",
                "libelleCommune2",
                "libelleCommuneEtranger2",
                "distributionSpeciale2",
                "codeCommune2",
                "codeCedex2",
                "libelleCedex2",
                "codePaysEtranger2",
                "libellePaysEtranger2")) {
            node.putNull(field + "Etablissement");
        }
        return node;
    }

    private static void identity(ObjectNode node, ObjectNode source) {
        node.put("sigleUniteLegale", nd(source, "sigle"));
        node.putNull("sexeUniteLegale");
        for (int i = 1; i <= 4; i++) {
            node.put("prenom" + i + "UniteLegale", i == 1 ? firstName(source) : null);
        }
        node.put("prenomUsuelUniteLegale", firstName(source));
        node.putNull("pseudonymeUniteLegale");
    }

    private static void names(ObjectNode node, ObjectNode source) {
        String name = text(source, "nom_complet");
        boolean person = "1000".equals(text(source, "nature_juridique")) && name != null;
        node.put("nomUniteLegale", person ? name.substring(name.indexOf(' ') + 1) : null);
        node.putNull("nomUsageUniteLegale");
        for (int i = 1; i <= 3; i++) {
            node.putNull("denominationUsuelle" + i + "UniteLegale");
        }
    }

    private static String firstName(ObjectNode source) {
        String name = text(source, "nom_complet");
        return "1000".equals(text(source, "nature_juridique")) && name != null ? name.split(" ")[0] : null;
    }

    private static String denomination(ObjectNode source) {
        return "1000".equals(text(source, "nature_juridique")) ? null : text(source, "nom_raison_sociale");
    }

    private static String headOfficeNic(ObjectNode source) {
        String siret = source.path("siege").path("siret").asText(null);
        return siret == null ? null : siret.substring(9);
    }

    private static void mask(ObjectNode node, ObjectNode source) {
        if (!"P".equals(text(source, "statut_diffusion"))) {
            return;
        }
        boolean person = "1000".equals(text(source, "nature_juridique"));
        MASKED_UNIT.stream().filter(node::has).forEach(field -> node.put(field, ND));
        if (person) {
            MASKED_PERSON.stream().filter(node::has).forEach(field -> node.put(field, ND));
        }
    }

    /** The other service's marker becomes INSEE's. */
    private static String nd(ObjectNode source, String field) {
        String value = text(source, field);
        return "[NON-DIFFUSIBLE]".equals(value) ? ND : value;
    }
}
