package fr.tiers.sample;

import java.util.List;

/** An invented address in a real commune, at a point near its centroid so that pins do not coincide. */
record SamplePlace(
        String line1,
        String line2,
        String postalCode,
        String city,
        String inseeCode,
        double latitude,
        double longitude) {

    private static final List<String> STREETS = List.of(
            "rue de la République",
            "rue Victor Hugo",
            "avenue Jean Jaurès",
            "rue Pasteur",
            "avenue de la Gare",
            "rue des Écoles",
            "boulevard Gambetta",
            "rue du Moulin",
            "rue de l’Église",
            "place de la Mairie",
            "rue Nationale",
            "avenue du Général Leclerc",
            "rue du Commerce",
            "quai de la Rivière",
            "chemin des Vignes",
            "rue des Artisans",
            "rue de l’Industrie",
            "allée des Tilleuls",
            "rue Ampère",
            "rue Lavoisier",
            "avenue de l’Europe",
            "rue Denis Papin",
            "impasse des Lilas",
            "route de la Plaine",
            "cours Émile Zola",
            "rue Marie Curie",
            "rue Louis Blériot",
            "rue des Fontaines",
            "rue du Stade",
            "rue Jules Ferry");
    private static final List<String> COMPLEMENTS = List.of(
            "ZA de la Plaine",
            "ZI Nord",
            "Parc d’activités des Quatre Vents",
            "Bâtiment B",
            "Zone artisanale du Moulin",
            "Pôle d’activités Sud",
            "2e étage",
            "Entrée C",
            "Résidence Bellevue",
            "ZAC des Portes de la Ville");

    /** About 1.3 km: stays within the commune almost everywhere. */
    private static final double SPREAD_DEGREES = 0.012;

    static SamplePlace in(Commune commune, Draw draw) {
        var street = draw.between(1, 180) + (draw.chance(8) ? " bis " : " ") + draw.pick(STREETS);
        var complement = draw.chance(22) ? draw.pick(COMPLEMENTS) : null;
        return new SamplePlace(
                street,
                complement,
                draw.pick(commune.postalCodes()),
                commune.name(),
                commune.code(),
                rounded(commune.latitude() + draw.spread() * SPREAD_DEGREES),
                rounded(commune.longitude() + draw.spread() * SPREAD_DEGREES));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
