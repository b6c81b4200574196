package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.data.Commune;
import fr.tiers.simulator.data.Registry;
import fr.tiers.simulator.data.Unit;
import fr.tiers.simulator.data.UnitFacts;
import fr.tiers.simulator.data.Words;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.infogreffe.KeyFigures.FiscalYear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code chiffres-cles-<year>} dataset: its schema and the record of a company. */
final class Dataset {

    /** Field name to platform type; the union of the field names found in independent clients of the real datasets. */
    static final Map<String, String> FIELDS = fields();

    private final int year;
    private final Registry registry;

    Dataset(int year, Registry registry) {
        this.year = year;
        this.registry = registry;
    }

    String id() {
        return "chiffres-cles-" + year;
    }

    /** Records of the companies that could satisfy the condition. */
    List<ObjectNode> records(Condition condition) {
        List<ObjectNode> found = new ArrayList<>();
        if (condition.sirens().isPresent()) {
            condition.sirens().get().stream().sorted().forEach(siren -> record(siren)
                    .ifPresent(found::add));
        } else {
            registry.units().forEach(unit -> record(unit.siren()).ifPresent(found::add));
        }
        found.removeIf(record -> !condition.test().test(record));
        return found;
    }

    Optional<ObjectNode> record(String siren) {
        List<FiscalYear> years = registry.keyFigures(siren).in(year);
        if (years.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode record = Json.object();
        FIELDS.keySet().forEach(record::putNull);
        record.put("siren", siren);
        registry.unit(siren).ifPresentOrElse(unit -> identity(record, unit), () -> unknown(record, siren));
        record.put("statut", "B");
        record.put("date_de_publication", (year + 1) + "-07-01");
        record.put("fiche_identite", "https://www.infogreffe.fr/entreprise/" + siren);
        for (int slot = 1; slot <= years.size(); slot++) {
            amounts(record, slot, years.get(slot - 1));
        }
        return Optional.of(record);
    }

    ObjectNode description(int records) {
        ObjectNode dataset = Json.object();
        dataset.put("dataset_id", id());
        dataset.put("dataset_uid", "da_simulator_" + year);
        dataset.putArray("attachments");
        dataset.put("has_records", true);
        dataset.put("data_visible", true);
        dataset.putArray("features").add("analyze").add("geo");
        ObjectNode metas = dataset.putObject("metas").putObject("default");
        metas.put("title", "Chiffres clés " + year);
        metas.put("description", "Données fictives produites par le simulateur de Tiers.");
        metas.put("publisher", "Infogreffe");
        metas.put("records_count", records);
        metas.put("modified", (year + 1) + "-07-01T06:00:00+00:00");
        ArrayNode fields = dataset.putArray("fields");
        FIELDS.forEach((name, type) -> {
            ObjectNode field = fields.addObject();
            field.put("name", name);
            field.put("label", name);
            field.put("type", type);
            field.putNull("description");
            field.putObject("annotations");
        });
        return dataset;
    }

    private void identity(ObjectNode record, Unit unit) {
        UnitFacts facts = unit.facts();
        UnitFacts.Place head = facts.headOffice();
        ObjectNode json = unit.sheet().get().unit();
        record.put("denomination", Json.text(json, "nom_raison_sociale"));
        record.put("forme_juridique", registry.nomenclatures().legalForms().get(facts.legalForm()));
        record.put("code_ape", facts.naf() == null ? null : facts.naf().replace(".", ""));
        record.put("libelle_ape", registry.nomenclatures().naf().get(facts.naf()));
        record.put("date_immatriculation", Json.text(json, "date_creation"));
        record.put("date_radiation", Json.text(json, "date_fermeture"));
        if (head != null && head.siret() != null) {
            record.put("nic", head.siret().substring(9));
            String postcode = head.postcode() == null || head.postcode().startsWith("[") ? null : head.postcode();
            String street = Json.text((ObjectNode) json.get("siege"), "libelle_voie");
            record.put("adresse", street == null || street.startsWith("[") ? null : street);
            place(record, registry.communes().byCode(head.commune()), postcode);
            if (!Double.isNaN(head.latitude())) {
                record.putObject("geolocalisation").put("lon", head.longitude()).put("lat", head.latitude());
            }
        }
    }

    /** A well-formed SIREN no other service knows: figures all the same, under a name that says what they are. */
    private void unknown(ObjectNode record, String siren) {
        record.put("denomination", "SOCIETE FICTIVE " + siren);
        record.put("nic", "00001");
    }

    private void place(ObjectNode record, Commune commune, String postcode) {
        if (commune == null) {
            return;
        }
        record.put("code_postal", postcode);
        record.put("ville", Words.fold(commune.city()));
        record.put("num_dept", commune.department());
        record.put("departement", registry.nomenclatures().departments().get(commune.department()));
        record.put("region", registry.nomenclatures().regions().get(commune.region()));
    }

    private static void amounts(ObjectNode record, int slot, FiscalYear year) {
        record.put("millesime_" + slot, String.valueOf(year.millesime()));
        record.put("date_de_cloture_exercice_" + slot, year.closing().toString());
        record.put("duree_" + slot, year.duration());
        record.put("ca_" + slot, year.turnover());
        record.put("resultat_" + slot, year.result());
        record.put("effectif_" + slot, year.staff());
        record.put("tranche_ca_millesime_" + slot, band(year.turnover()));
    }

    /** The labels of the real datasets, oddities included. */
    private static String band(Long turnover) {
        if (turnover == null) {
            return null;
        }
        if (turnover < 32_000) {
            return "A - de 32K";
        }
        if (turnover < 82_000) {
            return "B entre 32K et 82K";
        }
        if (turnover < 250_000) {
            return "C entre 82K et 250K";
        }
        return turnover < 1_000_000 ? "D entre 250K et 1M" : "E + d 1M";
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String text : List.of(
                "denomination",
                "siren",
                "nic",
                "forme_juridique",
                "code_ape",
                "libelle_ape",
                "adresse",
                "code_postal",
                "ville",
                "num_dept",
                "departement",
                "region",
                "code_greffe",
                "greffe")) {
            fields.put(text, "text");
        }
        fields.put("date_immatriculation", "date");
        fields.put("date_radiation", "date");
        fields.put("statut", "text");
        fields.put("geolocalisation", "geo_point_2d");
        fields.put("date_de_publication", "date");
        for (int slot = 1; slot <= 3; slot++) {
            fields.put("millesime_" + slot, "text");
            fields.put("date_de_cloture_exercice_" + slot, "date");
            fields.put("duree_" + slot, "int");
            fields.put("ca_" + slot, "double");
            fields.put("resultat_" + slot, "double");
            fields.put("effectif_" + slot, "int");
        }
        fields.put("fiche_identite", "text");
        for (int slot = 1; slot <= 3; slot++) {
            fields.put("tranche_ca_millesime_" + slot, "text");
        }
        return fields;
    }
}
