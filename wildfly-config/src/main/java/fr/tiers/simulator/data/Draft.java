package fr.tiers.simulator.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An invented unit before it is written as JSON. */
final class Draft {

    static final String MASK = "[NON-DIFFUSIBLE]";

    /** Reference year of the headcount bands: INSEE publishes them two to three years late. */
    private static final String BAND_YEAR = "2023";

    private static final String REFRESHED = "2026-05-17T11:09:34";

    final String siren;
    final String name;
    String acronym;
    String commercialName;
    String legalForm = "5710";
    String naf = "70.22Z";
    String naf2025;
    String headcountBand = "NN";
    String category = "PME";
    boolean open = true;
    boolean masked;
    boolean vat;
    LocalDate created = LocalDate.of(2010, 1, 4);
    LocalDate closed;
    Integer totalEstablishments;
    Integer directors = 1;
    ObjectNode accounts;
    final Set<String> traits = new HashSet<>();
    final List<DraftPlace> places = new ArrayList<>();

    Draft(String siren, String name) {
        this.siren = siren;
        this.name = name;
    }

    boolean naturalPerson() {
        return "1000".equals(legalForm);
    }

    /** What is known before the accounts are drawn. */
    UnitFacts sheetFacts() {
        return UnitFacts.of(sheet());
    }

    Unit.Sheet sheet() {
        ObjectNode unit = Shapes.nulls(Shapes.UNIT);
        unit.remove("matching_etablissements");
        List<ObjectNode> establishments =
                places.stream().map(this::establishment).toList();
        long opened = places.stream().filter(DraftPlace::open).count();
        String hiddenName = masked && naturalPerson() ? MASK : null;
        String also = commercialName != null ? commercialName : acronym;
        unit.put("siren", siren);
        unit.put("nom_complet", hiddenName != null ? MASK : also == null ? name : name + " (" + also + ")");
        unit.put("nom_raison_sociale", hiddenName != null ? MASK : naturalPerson() ? null : name);
        unit.put("sigle", masked ? MASK : acronym);
        unit.put("nombre_etablissements", totalEstablishments != null ? totalEstablishments : places.size());
        unit.put("nombre_etablissements_ouverts", totalEstablishments != null ? totalEstablishments : (int) opened);
        unit.set("siege", headOffice(establishments));
        unit.put("activite_principale", naf);
        unit.put("activite_principale_naf25", naf2025);
        unit.put("categorie_entreprise", category);
        unit.put("annee_categorie_entreprise", category == null ? null : BAND_YEAR);
        unit.put("date_creation", created.toString());
        unit.put("date_fermeture", closed == null ? null : closed.toString());
        unit.put("date_mise_a_jour", REFRESHED);
        unit.put("date_mise_a_jour_insee", "2025-12-06T06:19:20");
        unit.put("date_mise_a_jour_rne", "2024-05-19T17:01:20");
        unit.set("dirigeants", directors());
        unit.put("etat_administratif", open ? "A" : "C");
        unit.put("nature_juridique", legalForm);
        unit.put("section_activite_principale", Nomenclatures.section(naf));
        unit.put("tranche_effectif_salarie", headcountBand);
        unit.put("annee_tranche_effectif_salarie", employs() ? BAND_YEAR : null);
        unit.put("statut_diffusion", masked ? "P" : "O");
        unit.set("finances", accounts == null ? null : accounts.deepCopy());
        unit.set("complements", complements());
        if (vat) {
            unit.putArray("tva").add(Identifiers.vatNumber(siren));
        }
        return new Unit.Sheet(unit, establishments);
    }

    private boolean employs() {
        return headcountBand != null && !"NN".equals(headcountBand);
    }

    private ObjectNode headOffice(List<ObjectNode> establishments) {
        return establishments.stream()
                .filter(node -> node.path("est_siege").asBoolean())
                .map(ObjectNode::deepCopy)
                .findFirst()
                .orElseGet(Json::object);
    }

    private ObjectNode establishment(DraftPlace place) {
        ObjectNode node = Shapes.nulls(Shapes.HEAD_OFFICE);
        Commune commune = place.commune();
        boolean isOpen = open && place.open();
        node.put("activite_principale", naf);
        node.put("activite_principale_naf25", naf2025);
        node.put("annee_tranche_effectif_salarie", employs() ? BAND_YEAR : null);
        node.put("adresse", place.address());
        node.put("caractere_employeur", employs() ? "O" : "N");
        node.put("code_pays_etranger", place.countryCode());
        node.put("code_postal", place.postcode());
        if (place.cedexLabel() != null) {
            node.put("cedex", place.postcode());
            node.put("libelle_cedex", place.cedexLabel());
        }
        node.put("complement_adresse", place.complement());
        String latitude = place.coordinate(place.latitude());
        String longitude = place.coordinate(place.longitude());
        node.put("coordonnees", latitude == null ? null : latitude + "," + longitude);
        node.put("latitude", latitude);
        node.put("longitude", longitude);
        node.put("date_creation", created.toString());
        node.put("date_debut_activite", created.toString());
        node.put("date_fermeture", isOpen ? null : (closed == null ? created.plusYears(2) : closed).toString());
        node.put("date_mise_a_jour_insee", "2025-12-05T20:01:54");
        node.put("est_siege", place.headOffice());
        node.put("etat_administratif", isOpen ? "A" : "F");
        if (commune != null) {
            node.put("commune", commune.code());
            node.put("libelle_commune", commune.sireneName());
            node.put("departement", commune.department());
            node.put("region", commune.region());
        }
        node.put("libelle_commune_etranger", place.foreignCity());
        node.put("libelle_pays_etranger", place.country());
        node.put("libelle_voie", place.street());
        node.put("numero_voie", place.number());
        node.put("type_voie", place.streetType());
        node.put("nom_commercial", commercialName);
        if (place.sign() != null) {
            node.putArray("liste_enseignes").add(place.sign());
        }
        node.put("siret", Identifiers.siret(siren, place.rank()));
        node.put("statut_diffusion_etablissement", masked ? "P" : "O");
        node.put("tranche_effectif_salarie", place.headOffice() ? headcountBand : "NN");
        if (masked) {
            Shapes.MASKED_ADDRESS.forEach(field -> node.put(field, MASK));
            if (naturalPerson()) {
                node.put("nom_commercial", MASK);
                node.putArray("liste_enseignes").add(MASK);
            }
        }
        return node;
    }

    private ArrayNode directors() {
        ArrayNode list = Json.array();
        for (int i = 1; i <= directors; i++) {
            ObjectNode director = list.addObject();
            // no plausible name: a real person could bear it
            director.put("nom", masked ? MASK : "NOM" + siren.substring(3) + i);
            director.put("prenoms", masked ? MASK : "PRENOM" + i);
            director.put("annee_de_naissance", masked ? MASK : "1975");
            director.put("date_de_naissance", masked ? MASK : "1975-01");
            director.put("qualite", legalForm.startsWith("54") ? "Gérant" : "Président");
            director.put("nationalite", masked ? MASK : null);
            director.put("type_dirigeant", "personne physique");
        }
        return list;
    }

    private ObjectNode complements() {
        ObjectNode node = Json.object();
        Shapes.VALUED_COMPLEMENTS.forEach(node::putNull);
        Shapes.TRAITS.forEach(trait -> node.put(trait, traits.contains(trait)));
        return node;
    }
}
