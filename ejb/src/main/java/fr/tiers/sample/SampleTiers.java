package fr.tiers.sample;

import fr.tiers.tier.identity.VatNumber;
import java.math.BigDecimal;
import java.util.List;

/** Makes the tier of an index: always the same one. */
final class SampleTiers {

    private static final List<String> CLOSED =
            List.of("Cessation d’activité", "Client perdu", "Liquidation judiciaire");
    private static final List<String> BLOCKED = List.of(
            "Impayés de plus de 90 jours",
            "Procédure collective en cours",
            "Plafond d’encours dépassé",
            "Litige sur facture non réglé");
    private static final List<String> TERMS =
            List.of("30 jours", "30 jours fin de mois", "45 jours fin de mois", "45 jours", "Comptant");
    private static final List<String> OBSERVATIONS = List.of(
            "Livraison avant 7 h 30, passer par le quai arrière.",
            "Appel d’offres annuel en septembre ; dossier à déposer fin août.",
            "Exige des produits Écolabel européen.",
            "Client historique de l’agence, très attaché à son interlocuteur.",
            "Facturation centralisée au siège, numéro de commande obligatoire.",
            "Démarche HACCP en cours, demande des fiches de données de sécurité à jour.",
            "Travaux d’extension prévus, besoin d’une autolaveuse supplémentaire.",
            "Préfère être contacté par téléphone le matin.");

    private final Communes communes;
    private final List<Trade> trades;

    SampleTiers(Communes communes, List<Trade> trades) {
        this.communes = communes;
        this.trades = trades;
    }

    SampleTier of(long index) {
        var draw = Draw.of("tier", index);
        var types = types(draw);
        boolean individual = draw.chance(14) && List.of("CUSTOMER", "PROSPECT").contains(types.get(0));
        var commune = communes.of(index);
        return individual ? individual(index, draw, types, commune) : company(index, draw, types, commune);
    }

    private static List<String> types(Draw draw) {
        int share = draw.below(100);
        if (share < 55) {
            return draw.chance(5) ? List.of("CUSTOMER", "SUPPLIER") : List.of("CUSTOMER");
        } else if (share < 85) {
            return List.of("PROSPECT");
        } else if (share < 91) {
            return List.of("SUPPLIER");
        } else if (share < 96) {
            return List.of("SUSPECT");
        }
        return draw.chance(30) ? List.of("SUBCONTRACTOR", "SUPPLIER") : List.of("SUBCONTRACTOR");
    }

    private SampleTier company(long index, Draw draw, List<String> types, Commune commune) {
        var trade = trade(types.get(0), draw);
        var name = trade.companyName(index, draw);
        var domain = Slug.of(name) + ".example";
        var legalForm = draw.pick(trade.legalForms());
        // a suspect is a name somebody has picked up: little is known yet
        boolean known = !types.contains("SUSPECT") || draw.chance(40);
        var siren = known ? Identifiers.siren(index) : null;
        var headcount = trade.headcount(draw);
        boolean hasFigures = known && draw.chance(60);
        var status = status(draw, types);
        return new SampleTier(
                index,
                "COMPANY",
                name,
                null,
                types,
                trade,
                legalForm,
                siren,
                known ? Identifiers.siret(index) : null,
                known && trade.liableToVat(legalForm) ? VatNumber.ofSiren(siren) : null,
                known && draw.chance(75) ? headcount : null,
                hasFigures ? BigDecimal.valueOf(headcount * (long) draw.between(55, 190) * 1000) : null,
                commune,
                SamplePlace.in(commune, Draw.of("place", index)),
                Identifiers.phone(commune.region(), index),
                draw.chance(35) ? Identifiers.mobile(index) : null,
                known && draw.chance(90) ? "contact@" + domain : null,
                draw.chance(65) ? "https://www." + domain : null,
                types.contains("CUSTOMER") || draw.chance(30) ? draw.pick(TERMS) : null,
                status.closed(),
                status.blocked(),
                status.watched(),
                draw.chance(25) ? draw.pick(OBSERVATIONS) : null,
                draw.between(560, 2600),
                draw.between(0, 540));
    }

    private static SampleTier individual(long index, Draw draw, List<String> types, Commune commune) {
        var person = SamplePerson.of(Draw.of("individual", index));
        var status = status(draw, types);
        return new SampleTier(
                index,
                "INDIVIDUAL",
                person.lastName() + ' ' + person.firstName(),
                person,
                types,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                commune,
                SamplePlace.in(commune, Draw.of("place", index)),
                draw.chance(50) ? Identifiers.phone(commune.region(), index) : null,
                Identifiers.mobile(index),
                draw.chance(85) ? person.mailbox() + "@courriel.example" : null,
                null,
                types.contains("CUSTOMER") ? "Comptant" : null,
                status.closed(),
                status.blocked(),
                status.watched(),
                null,
                draw.between(560, 1500),
                draw.between(0, 540));
    }

    /** Suspects and prospects are in the same trades as the customers they may become. */
    private Trade trade(String type, Draw draw) {
        var function = List.of("SUPPLIER", "SUBCONTRACTOR").contains(type) ? type : "CUSTOMER";
        return draw.pick(trades.stream()
                .filter(trade -> trade.function().equals(function))
                .toList());
    }

    private record Status(String closed, String blocked, boolean watched) {}

    private static Status status(Draw draw, List<String> types) {
        int share = draw.below(100);
        boolean customer = types.contains("CUSTOMER");
        if (share < 5) {
            return new Status(draw.pick(CLOSED), null, false);
        } else if (customer && share < 9) {
            return new Status(null, draw.pick(BLOCKED), true);
        }
        return new Status(null, null, customer && share < 15);
    }
}
