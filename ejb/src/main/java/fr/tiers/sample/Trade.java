package fr.tiers.sample;

import java.util.List;

/**
 * What a company does, and how such companies are called.
 *
 * @param function CUSTOMER (also prospects and suspects), SUPPLIER or SUBCONTRACTOR
 * @param names patterns: {@code {n}} a surname, {@code {w}} what stands on the sign
 */
record Trade(
        String function,
        String ape,
        String label,
        String group,
        List<String> legalForms,
        int smallest,
        int largest,
        List<String> names) {

    static final List<String> SIGNS = List.of(
            "Les Tilleuls",
            "Le Beffroi",
            "Bellerive",
            "La Croix-Blanche",
            "Le Grand Pré",
            "Les Quatre Vents",
            "La Fontaine aux Loups",
            "Les Trois Chênes",
            "Beauséjour",
            "Le Petit Port",
            "La Haute Rive",
            "Le Vieux Pressoir",
            "Les Marronniers",
            "La Roseraie",
            "Clairefontaine",
            "Le Clos des Ormes",
            "Les Glycines",
            "Montfleury",
            "La Presqu’île",
            "Les Hirondelles",
            "Le Moulin Neuf",
            "Saint-Aubert",
            "La Licorne",
            "Les Alizés",
            "Le Belvédère",
            "Val d’Aubance",
            "Les Coquelicots",
            "Le Phare",
            "La Clairière",
            "Rochebrune",
            "Le Chant des Cigales",
            "Les Remparts",
            "La Ferme aux Noyers",
            "Sainte-Odette",
            "Les Primevères",
            "Le Lavoir",
            "La Tour d’Argile",
            "Les Sources",
            "Beaumanoir",
            "Le Verger",
            "La Passerelle",
            "Les Tourterelles",
            "L’Olivette",
            "Le Pont Romain",
            "La Grande Dune",
            "Les Genêts",
            "L’Écluse",
            "Les Cerisiers",
            "La Forge",
            "Le Ruisseau",
            "Hauteclaire",
            "Les Bruyères",
            "L’Estuaire",
            "La Sapinière",
            "Le Colombier",
            "Les Mimosas",
            "La Vallée Verte",
            "L’Horizon",
            "Les Peupliers",
            "Le Lagon",
            "La Madeleine",
            "Les Jonquilles",
            "Belleroche",
            "Le Cèdre",
            "La Rotonde",
            "Les Arcades",
            "L’Arbalète");

    static List<Trade> load() {
        return Texts.rows("trades.csv", "|").stream().map(Trade::parse).toList();
    }

    private static Trade parse(String[] column) {
        var headcount = column[5].split("-");
        return new Trade(
                column[0],
                column[1],
                column[2],
                column[3],
                List.of(column[4].split(",")),
                Integer.parseInt(headcount[0]),
                Integer.parseInt(headcount[1]),
                List.of(column[6].split(",")));
    }

    String companyName(long index, Draw draw) {
        return draw.pick(names)
                .replace("{n}", Draw.nth(SamplePerson.SURNAMES, index))
                .replace("{w}", Draw.nth(SIGNS, index));
    }

    /** Small companies are many, large ones few. */
    int headcount(Draw draw) {
        var share = (draw.spread() + 1) / 2;
        return smallest + (int) ((largest - smallest) * share * share * share);
    }

    /** Associations and landlords are mostly outside of VAT. */
    boolean liableToVat(String legalForm) {
        return !List.of("Association", "SCI").contains(legalForm);
    }
}
