package fr.tiers.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How close two names are, 0 to 1. Words are paired with the most alike; a word that half the country has over its door counts little, a
 * number must be the same.
 */
final class Closeness {

    /** From here on two names are called close. */
    static final double CLOSE = 0.86;

    private static final double SAME_WORD = 0.88;

    private static final Set<String> FILLERS = Set.of(
            "de",
            "du",
            "des",
            "d",
            "la",
            "le",
            "les",
            "l",
            "et",
            "a",
            "au",
            "aux",
            "en",
            "sur",
            "fils",
            "france",
            "groupe",
            "monsieur",
            "madame");

    private static final Set<String> TRADES = Set.of(
            "boulangerie",
            "patisserie",
            "garage",
            "pharmacie",
            "restaurant",
            "hotel",
            "cabinet",
            "transports",
            "menuiserie",
            "plomberie",
            "electricite",
            "batiment",
            "entreprise",
            "coiffure",
            "auto",
            "automobiles",
            "services",
            "service",
            "conseil",
            "immobilier",
            "agence",
            "docteur",
            "ecole",
            "mairie",
            "commune",
            "clinique",
            "imprimerie",
            "boucherie",
            "fleuriste",
            "librairie",
            "charpente",
            "couverture",
            "maconnerie",
            "peinture",
            "informatique",
            "industrie",
            "industries",
            "distribution",
            "logistique",
            "compagnie");

    private Closeness() {}

    static double of(CompanyName a, CompanyName b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.compact().equals(b.compact())) {
            return 1;
        }
        return ofWords(a, b);
    }

    private static double ofWords(CompanyName a, CompanyName b) {
        double common = 0;
        double all = 0;
        var rest = new ArrayList<>(b.words());
        for (var word : a.words()) {
            var best = 0d;
            String partner = null;
            for (var other : rest) {
                var likeness = ofWords(word, other);
                if (likeness > best) {
                    best = likeness;
                    partner = other;
                }
            }
            var weight = weight(word);
            all += weight;
            if (partner != null && best >= SAME_WORD) {
                rest.remove(partner);
                common += weight * best;
            }
        }
        for (var word : rest) {
            all += weight(word);
        }
        return all == 0 ? 0 : Math.max(common / all, glued(a, b));
    }

    /** A blank too many or too few, and a letter besides. */
    private static double glued(CompanyName a, CompanyName b) {
        boolean sameNumbers = numbers(a).equals(numbers(b));
        int shorter = Math.min(a.compact().length(), b.compact().length());
        boolean others = a.words().size() != b.words().size();
        return sameNumbers && others && shorter >= 6 && distance(a.compact(), b.compact()) <= 1 ? 0.9 : 0;
    }

    private static List<String> numbers(CompanyName name) {
        return name.words().stream().filter(word -> word.matches(".*\\d.*")).toList();
    }

    private static double weight(String word) {
        if (FILLERS.contains(word)) {
            return 0.1;
        }
        return TRADES.contains(word) ? 0.5 : 2;
    }

    private static double ofWords(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.matches(".*\\d.*") || b.matches(".*\\d.*") || Math.min(a.length(), b.length()) < 4) {
            return 0;
        }
        if (Sound.of(a).equals(Sound.of(b))) {
            return 0.95;
        }
        int typos = distance(a, b);
        int allowed = Math.min(a.length(), b.length()) >= 9 ? 2 : 1;
        // "Marin" is not a misspelt "Martin": a typo in a short word makes another one too easily
        return Math.min(a.length(), b.length()) >= 6 && typos <= allowed ? 0.9 : 0;
    }

    /** Letters to change, add, drop or swap with the next. */
    static int distance(String a, String b) {
        var last = new int[b.length() + 1];
        var before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], last[j - 2] + 1);
                }
            }
            last = before;
            before = row;
        }
        return before[b.length()];
    }
}
