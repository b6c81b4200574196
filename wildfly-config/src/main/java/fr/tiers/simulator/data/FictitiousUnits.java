package fr.tiers.simulator.data;

import fr.tiers.simulator.infogreffe.KeyFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Invents companies: real towns and NAF codes, everything else made up. The n-th company is the same on every machine.
 * All SIREN numbers start with {@code 999} so that nobody takes one for a real company.
 */
public final class FictitiousUnits {

    private static final List<String> PLACE_WORDS = List.of(
            "DU MARCHE",
            "DE LA GARE",
            "DES TILLEULS",
            "DU MOULIN",
            "DE LA FONTAINE",
            "DU CHATEAU",
            "DES ACACIAS",
            "DE LA REPUBLIQUE",
            "DU 8 MAI 1945",
            "DE L'EGLISE",
            "DES VIGNES",
            "DE LA LIBERTE",
            "DES ECOLES",
            "DU STADE",
            "DE LA ZONE INDUSTRIELLE",
            "DES ARTISANS");
    private static final List<String> STREET_TYPES = List.of("RUE", "RUE", "RUE", "AV", "PL", "CHE", "ALL", "BD");
    private static final List<String> FANCY = List.of(
            "AURORE",
            "BOREAL",
            "CELESTE",
            "DAUPHINE",
            "EQUINOXE",
            "FLORAL",
            "GRAND LARGE",
            "HORIZON",
            "INDIGO",
            "JONQUILLE",
            "KALEIDO",
            "LUMEN",
            "MERIDIEN",
            "NOVA",
            "OCEANE",
            "PRISME",
            "QUARTZ",
            "RIVAGE",
            "SILLAGE",
            "TANDEM",
            "UTOPIE",
            "VERTIGE",
            "ZENITH",
            "ALIZE",
            "BELVEDERE",
            "CASCADE",
            "DELTA",
            "ESCALE",
            "FALAISE",
            "GRANIT",
            "HERMINE",
            "ISARD",
            "LAVANDE",
            "MISTRAL",
            "NACRE",
            "ORME",
            "PASSERELLE",
            "ROSEAU",
            "SEQUOIA",
            "TRAMONTANE");
    private static final List<String> FORMS = List.of(
            "5710", "5710", "5710", "5710", "5499", "5499", "5499", "5498", "5720", "5720", "5599", "6540", "9220");
    private static final List<String> BANDS = List.of(
            "NN", "NN", "NN", "NN", "00", "01", "01", "01", "02", "02", "03", "03", "11", "11", "12", "12", "21", "22",
            "32", "41");

    private final Nomenclatures nomenclatures;
    private final List<Commune> towns = new ArrayList<>();
    private final long[] weights;
    private final List<Trade> trades = new ArrayList<>();

    public FictitiousUnits(Communes communes, Nomenclatures nomenclatures) {
        this.nomenclatures = nomenclatures;
        long sum = 0;
        List<Long> sums = new ArrayList<>();
        for (Commune commune : communes.all()) {
            if (commune.located() && !commune.isSplitInDistricts() && commune.population() > 0) {
                towns.add(commune);
                sum += commune.population();
                sums.add(sum);
            }
        }
        weights = sums.stream().mapToLong(Long::longValue).toArray();
        Trade.ALL.forEach(trade -> IntStream.range(0, trade.weight()).forEach(i -> trades.add(trade)));
    }

    List<Unit> first(int count) {
        return IntStream.range(0, count)
                .mapToObj(rank ->
                        Unit.of(Unit.Origin.FICTITIOUS, () -> draft(rank).sheet()))
                .toList();
    }

    /** SIREN of the n-th company. */
    public static String siren(int rank) {
        return Identifiers.siren(String.format("999%05d", rank));
    }

    private Draft draft(int rank) {
        String siren = siren(rank);
        Dice dice = Dice.of(siren);
        Commune town = town(dice, "town");
        Trade trade = dice.pick(trades, "trade");
        Draft draft = new Draft(siren, name(dice, trade, town));
        draft.naf = trade.naf();
        draft.naf2025 = nomenclatures.naf2025(trade.naf());
        draft.legalForm = dice.pick(FORMS, "form");
        draft.headcountBand = "6540".equals(draft.legalForm) ? "NN" : dice.pick(BANDS, "band");
        draft.category = draft.headcountBand.compareTo("32") >= 0 && !"NN".equals(draft.headcountBand) ? "ETI" : "PME";
        draft.created =
                LocalDate.of(1975 + dice.upTo(47, "year"), 1 + dice.upTo(12, "month"), 1 + dice.upTo(28, "day"));
        if (dice.chance(8, "closed")) {
            draft.open = false;
            draft.closed = LocalDate.of(2023 + dice.upTo(3, "closing year"), 1 + dice.upTo(12, "closing"), 15);
        }
        draft.vat = dice.chance(40, "vat");
        draft.directors = 1 + dice.upTo(2, "directors");
        traits(draft, dice);
        places(draft, dice, town);
        // most companies show no accounts in that service, whether they publish them or not
        if (dice.chance(30, "accounts")) {
            KeyFigures figures = KeyFigures.of(draft.sheetFacts(), Optional.empty());
            draft.accounts = figures.asFinances();
        }
        return draft;
    }

    private String name(Dice dice, Trade trade, Commune town) {
        String word = dice.pick(trade.words(), "word");
        String townName = Words.fold(town.city());
        return switch (dice.upTo(5, "pattern")) {
            case 0 -> word + " " + dice.pick(FANCY, "fancy");
            case 1 -> dice.pick(FANCY, "fancy") + " " + word;
            case 2 -> word + " DE " + townName;
            case 3 -> "ETABLISSEMENTS " + dice.pick(FANCY, "fancy") + " " + word;
            default -> dice.pick(FANCY, "fancy") + " " + dice.pick(FANCY, "fancy 2") + " " + word;
        };
    }

    private void traits(Draft draft, Dice dice) {
        if ("9220".equals(draft.legalForm)) {
            draft.traits.add("est_association");
            draft.traits.add("est_ess");
        }
        Map.of("est_rge", 4, "est_bio", 3, "est_qualiopi", 3, "est_societe_mission", 1, "egapro_renseignee", 3)
                .forEach((trait, percent) -> {
                    if (dice.chance(percent, trait)) {
                        draft.traits.add(trait);
                    }
                });
        if (draft.traits.contains("est_qualiopi")) {
            draft.traits.add("est_organisme_formation");
        }
        if (!"NN".equals(draft.headcountBand)) {
            draft.traits.add("convention_collective_renseignee");
        }
    }

    private void places(Draft draft, Dice dice, Commune town) {
        draft.places.add(place(dice, 1, town));
        int others = dice.chance(15, "several") ? 1 + dice.upTo(4, "how many") : 0;
        for (int rank = 2; rank < 2 + others; rank++) {
            DraftPlace place = place(dice, rank, dice.chance(50, "same" + rank) ? town : town(dice, "town" + rank));
            draft.places.add(dice.chance(25, "shut" + rank) ? place.closed() : place);
        }
    }

    private DraftPlace place(Dice dice, int rank, Commune commune) {
        DraftPlace place = DraftPlace.at(
                rank,
                commune,
                String.valueOf(1 + dice.upTo(120, "number" + rank)),
                dice.pick(STREET_TYPES, "street type" + rank),
                dice.pick(PLACE_WORDS, "street" + rank),
                dice);
        return dice.chance(10, "sign" + rank) ? place.sign(dice.pick(FANCY, "sign text")) : place;
    }

    /** A town drawn by population, so that big cities have many companies and villages few. */
    private Commune town(Dice dice, String topic) {
        long wanted = (long) (dice.share(topic) * weights[weights.length - 1]);
        int index = Arrays.binarySearch(weights, wanted);
        return towns.get(index >= 0 ? index + 1 : -index - 1);
    }
}
