package fr.tiers.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Pairs of which we know whether they are one party: made up, always the same. Half of them are one company written down twice the way
 * people do; the other half are those that only look alike.
 */
final class LabelledPairs {

    /** @param kind why they are, or only seem, one */
    record Pair(String kind, Card one, Card other, boolean same) {}

    private static final List<String> TRADES = List.of(
            "Boulangerie",
            "Garage",
            "Menuiserie",
            "Transports",
            "Imprimerie",
            "Pharmacie",
            "Hôtel",
            "Cabinet",
            "Plomberie",
            "Restaurant",
            "Charpente",
            "Électricité",
            "Librairie",
            "Boucherie",
            "Maçonnerie");
    private static final List<String> NAMES = List.of(
            "Martin",
            "Lefebvre",
            "Guillemot",
            "Châtelain",
            "Pélissier",
            "de l’Océan",
            "Saint-Michel",
            "Bœuf",
            "Delacroix",
            "Kerguelen",
            "Montparnasse",
            "Rousseau",
            "Villeneuve",
            "Beauséjour",
            "Courtepaille",
            "d’Aubigné",
            "Quéméneur",
            "Thévenot",
            "Champollion",
            "Grandjean",
            "Marchand",
            "Desmoulins",
            "Fontenay",
            "Larochelle",
            "Bellerive",
            "Philippot",
            "Haussmann",
            "Tourneur",
            "Vauquelin",
            "Meyerbeer");
    private static final List<String> FORMS = List.of("", " SARL", " SAS", " SA", " EURL", " SASU");
    private static final List<String> STREETS = List.of(
            "avenue du Général de Gaulle",
            "rue de la Gare",
            "boulevard Saint-Michel",
            "place de l’Église",
            "chemin des Lilas",
            "route de Nantes");
    private static final List<String> PLACES =
            List.of("44000", "35000", "29200", "56100", "49000", "75008", "69003", "13001", "31000", "59000");

    private final Random random = new Random(20_261_122);
    private final List<Pair> pairs = new ArrayList<>();
    private int number;

    private LabelledPairs() {}

    static List<Pair> all() {
        var set = new LabelledPairs();
        for (int round = 0; round < 60; round++) {
            set.same();
            set.different();
            set.undecidable();
        }
        return List.copyOf(set.pairs);
    }

    private void same() {
        add("accents, case and legal form", true, card -> card.name(plain(withoutForm(card.name()))));
        add(
                "legal form before the name",
                true,
                card -> card.name(("SARL " + withoutForm(card.name())).strip()),
                " SARL");
        add("a letter mistyped", true, card -> card.name(mistyped(card.name())));
        add("street abbreviated", true, card -> card.name(card.name().toUpperCase(Locale.FRANCE))
                .at(card.postalCode(), abbreviated(card.street())));
        add("words in another order", true, card -> card.name(turned(card.name())));
        add("phone in another notation, moved", true, card -> card.phone(
                        "+33 " + card.phone().substring(1))
                .at("86000", "1 rue Neuve"));
        add("same mailbox, name shortened by its form", true, card -> card.name(withoutForm(card.name()))
                .at(null, null));
        add("same SIREN, no SIRET yet", true, card -> card.name(plain(card.name()))
                .siren(card.siret().substring(0, 9)));
        add(
                "abbreviated trade",
                true,
                card -> card.name(card.name()
                        .replace("Boulangerie", "Boul.")
                        .replace("Pharmacie", "Pharm.")
                        .replace("Transports", "Transport")
                        .replace("Restaurant", "Resto")));
        add("trading under a part of the name", true, card -> card.name(
                        withoutForm(card.name()).replaceAll("^\\S+ ", ""))
                .at(card.postalCode(), card.street()));
    }

    /** What nobody can know from the two cards alone. */
    private void undecidable() {
        add("moved, nothing but the name is left", true, card -> Card.named(card.name())
                .at("86000", null));
        add("homonym in the same town, nothing else known", false, card -> Card.named(card.name())
                .at(card.postalCode(), null));
    }

    private void different() {
        add("homonym in another town", false, card -> card.email("info" + number + "@ailleurs" + number + ".fr")
                .phone("05490" + String.format("%05d", number))
                .website(null)
                .siret(null)
                .at("86000", "3 rue Neuve"));
        add(
                "sister company of another form",
                false,
                card -> card.name(withoutForm(card.name()) + " SCI")
                        .phone(null)
                        .email(null)
                        .siret(null),
                " SAS");
        add("another establishment", false, card -> card.siret(card.siret().substring(0, 9) + "99999")
                .at("86000", "4 rue Neuve"));
        add("mailbox of the accountant", false, card -> someone().email(card.email()));
        add("switchboard of a business centre", false, card -> someone()
                .phone(card.phone())
                .at(card.postalCode(), card.street()));
        add("branch under the same domain", false, card -> card.name(withoutForm(card.name()) + " Poitiers")
                .siret(null)
                .phone(null)
                .email("poitiers" + card.email().substring(card.email().indexOf('@')))
                .at("86000", null));
        add("neighbour of the same trade", false, card -> card.name(trade(card.name()) + ' ' + other(card.name()))
                .email(null)
                .phone(null)
                .website(null)
                .siret(null)
                .at(card.postalCode(), null));
        add("same address", false, card -> someone().at(card.postalCode(), card.street()));
        add("numbered shops of a chain", false, card -> card.name(withoutForm(card.name()) + " 2")
                .email(null)
                .phone(null)
                .siret(null));
        add(
                "same name, other company",
                false,
                card -> card.siret(siret()).email(null).phone(null).at(card.postalCode(), "9 rue Haute"));
    }

    private void add(String kind, boolean same, UnaryOperator<Card> change) {
        add(kind, same, change, pick(FORMS));
    }

    private void add(String kind, boolean same, UnaryOperator<Card> change, String form) {
        var one = someone(form);
        pairs.add(new Pair(kind, one, change.apply(one), same));
    }

    private Card someone() {
        return someone(pick(FORMS));
    }

    private Card someone(String form) {
        number++;
        var domain = "societe" + number + ".fr";
        return Card.named(pick(TRADES) + ' ' + pick(NAMES) + form)
                .siret(siret())
                .email("contact@" + domain)
                .phone("02400" + String.format("%05d", number))
                .website("https://www." + domain)
                .at(pick(PLACES), (1 + random.nextInt(90)) + " " + pick(STREETS));
    }

    private String siret() {
        return String.format("%09d%05d", 100_000_000 + random.nextInt(800_000_000), random.nextInt(1000));
    }

    private String other(String name) {
        var chosen = pick(NAMES);
        return name.contains(chosen) ? other(name) : chosen;
    }

    private static String trade(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    private static String withoutForm(String name) {
        return name.replaceAll(" (SARL|SASU|SAS|SA|EURL)$", "");
    }

    private static String plain(String name) {
        return Plain.words(name).toUpperCase(Locale.ROOT);
    }

    private String mistyped(String name) {
        var words = withoutForm(name).split(" ");
        int which = words[words.length - 1].length() > 5 ? words.length - 1 : 0;
        var word = words[which];
        int at = 1 + random.nextInt(word.length() - 2);
        words[which] = random.nextBoolean()
                ? word.substring(0, at) + word.substring(at + 1)
                : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        return String.join(" ", words);
    }

    private static String turned(String name) {
        var bare = withoutForm(name);
        int blank = bare.indexOf(' ');
        return bare.substring(blank + 1) + ' ' + bare.substring(0, blank);
    }

    private static String abbreviated(String street) {
        return street.replace("avenue", "av.")
                .replace("boulevard", "bd")
                .replace("place", "pl.")
                .replace("chemin", "ch.")
                .replace("route", "rte")
                .replace("Général", "Gal")
                .replace("Saint", "St");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
