package fr.tiers.simulator.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** One unit for each oddity of the real registries that has broken a client somewhere. */
public final class EdgeUnits {

    /** Answered with every field null and an empty head office; not even a valid SIREN. Seen in a recorded answer. */
    public static final String GHOST = "123456789";

    public static final String LEADING_ZEROS = "005520135";
    public static final String MASKED_COMPANY = Identifiers.siren("99990001");
    public static final String MASKED_PERSON = Identifiers.siren("99990002");
    public static final String FOREIGN_HEAD_OFFICE = Identifiers.siren("99990003");
    public static final String CLOSED = Identifiers.siren("99990004");
    public static final String SOLE_TRADER = Identifiers.siren("99990005");
    public static final String ASSOCIATION = Identifiers.siren("99990006");
    public static final String NOT_STARTED = Identifiers.siren("99990007");
    public static final String OVERSEAS = Identifiers.siren("99990008");
    public static final String CEDEX = Identifiers.siren("99990009");
    /** Sirene answers 301 to it and points to {@link #MERGED_INTO}. */
    public static final String DUPLICATE = Identifiers.siren("99990010");

    public static final String MERGED_INTO = Identifiers.siren("99990011");
    public static final String ANNOTATED_SIGN = Identifiers.siren("99990012");

    private final Communes communes;
    private final Nomenclatures nomenclatures;

    EdgeUnits(Communes communes, Nomenclatures nomenclatures) {
        this.communes = communes;
        this.nomenclatures = nomenclatures;
    }

    List<Unit> all() {
        return List.of(
                edge(EdgeUnits::ghost),
                edge(() -> laPoste().sheet()),
                edge(() -> simple(LEADING_ZEROS, "ZEROS EN TETE FICTIVE", "5599", "35.11Z", "75108")
                        .sheet()),
                edge(() -> masked(MASKED_COMPANY, "DIFFUSION PARTIELLE FICTIVE", "5710")
                        .sheet()),
                edge(() -> masked(MASKED_PERSON, "PERSONNE PHYSIQUE FICTIVE", "1000")
                        .sheet()),
                edge(() -> foreign().sheet()),
                edge(() -> closed().sheet()),
                edge(() -> soleTrader().sheet()),
                edge(() -> association().sheet()),
                edge(() -> simple(NOT_STARTED, "SANS ACTIVITE FICTIVE", "5710", "00.00Z", "57463")
                        .sheet()),
                edge(() -> simple(OVERSEAS, "LAGON FICTIF", "5499", "55.10Z", "97411")
                        .sheet()),
                edge(() -> cedex().sheet()),
                edge(() -> simple(DUPLICATE, "DOUBLON FICTIF", "5710", "62.01Z", "69383")
                        .sheet()),
                edge(() -> simple(MERGED_INTO, "DOUBLON FICTIF", "5710", "62.01Z", "69383")
                        .sheet()),
                edge(() -> annotatedSign().sheet()));
    }

    private static Unit edge(Supplier<Unit.Sheet> sheet) {
        return Unit.of(Unit.Origin.EDGE, sheet);
    }

    private static Unit.Sheet ghost() {
        ObjectNode unit = Shapes.nulls(Shapes.UNIT);
        unit.remove("matching_etablissements");
        unit.put("siren", GHOST);
        unit.set("siege", Json.object());
        unit.putArray("dirigeants");
        unit.set("complements", Json.object());
        return new Unit.Sheet(unit, List.of());
    }

    private Draft simple(String siren, String name, String legalForm, String naf, String commune) {
        Draft draft = new Draft(siren, name);
        draft.legalForm = legalForm;
        draft.naf = naf;
        draft.naf2025 = nomenclatures.naf2025(naf);
        draft.headcountBand = "01";
        draft.places.add(DraftPlace.at(1, communes.byCode(commune), "12", "RUE", "DES FICTIONS", Dice.of(siren)));
        return draft;
    }

    /** Twelve thousand establishments in reality; sixty are listed, all of them with its own check-digit rule. */
    private Draft laPoste() {
        Draft draft = simple(Identifiers.LA_POSTE, "LA POSTE", "5510", "53.10Z", "75115");
        draft.headcountBand = "53";
        draft.category = "GE";
        draft.totalEstablishments = 12_000;
        draft.created = LocalDate.of(1991, 1, 1);
        draft.places.clear();
        Dice dice = Dice.of(draft.siren);
        List<String> towns = List.of("57463", "69383", "13201", "59350", "67482", "31555", "44109", "33063");
        for (int rank = 4; rank < 64; rank++) {
            boolean headOffice = rank == 4;
            Commune town = communes.byCode(headOffice ? "75115" : towns.get(rank % towns.size()));
            DraftPlace place = headOffice
                    ? DraftPlace.at(rank, town, "9", "RUE", "DU COLONEL PIERRE AVIA", dice)
                    : DraftPlace.at(rank, town, String.valueOf(rank), "RUE", "DE LA POSTE", dice);
            draft.places.add(place.headOffice(headOffice));
        }
        return draft;
    }

    private Draft masked(String siren, String name, String legalForm) {
        Draft draft = simple(siren, name, legalForm, "62.01Z", "57463");
        draft.masked = true;
        draft.acronym = "DPF";
        if (draft.naturalPerson()) {
            draft.traits.add("est_entrepreneur_individuel");
            draft.headcountBand = "NN";
            draft.category = null;
        }
        return draft;
    }

    private Draft foreign() {
        Draft draft = simple(FOREIGN_HEAD_OFFICE, "ETRANGERE FICTIVE GMBH", "3120", "46.69B", "67482");
        draft.places.clear();
        draft.places.add(DraftPlace.abroad(1, "99109", "ALLEMAGNE", "66111 SAARBRUCKEN", "BAHNHOFSTRASSE 12"));
        draft.places.add(
                DraftPlace.at(2, communes.byCode("57227"), "4", "RUE", "DE LA FRONTIERE", Dice.of(draft.siren)));
        return draft;
    }

    private Draft closed() {
        Draft draft = simple(CLOSED, "CESSATION FICTIVE", "5499", "56.10A", "54395");
        draft.open = false;
        draft.closed = LocalDate.of(2024, 6, 30);
        draft.category = null;
        return draft;
    }

    private Draft soleTrader() {
        Draft draft = simple(SOLE_TRADER, "PRENOM1 NOM1", "1000", "43.34Z", "57672");
        draft.headcountBand = "NN";
        draft.category = null;
        draft.traits.add("est_entrepreneur_individuel");
        return draft;
    }

    private Draft association() {
        Draft draft = simple(ASSOCIATION, "ASSOCIATION FICTIVE DES RIVERAINS", "9220", "94.99Z", "57463");
        draft.acronym = "AFR";
        draft.directors = 0;
        draft.traits.add("est_association");
        draft.traits.add("est_ess");
        return draft;
    }

    private Draft cedex() {
        Draft draft = simple(CEDEX, "BOITE POSTALE FICTIVE", "5599", "64.19Z", "57463");
        draft.places.set(0, draft.places.get(0).withCedex("57012", "METZ CEDEX 01"));
        draft.headcountBand = "22";
        return draft;
    }

    /** The sign holds a sentence that means "none": a client must not show it as a name. */
    private Draft annotatedSign() {
        Draft draft = simple(ANNOTATED_SIGN, "ENSEIGNE SUPPRIMEE FICTIVE", "5710", "47.11B", "33063");
        draft.commercialName = "SUPPRESSION DU NOM COMMERCIAL";
        draft.places.set(0, draft.places.get(0).sign("SUPPRESSION DU NOM COMMERCIAL"));
        return draft;
    }
}
