package fr.tiers.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A name in comparable words, its legal form set aside.
 *
 * @param form null when the name does not say
 */
record CompanyName(List<String> words, LegalForm form) {

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("cie", "compagnie"),
            Map.entry("boul", "boulangerie"),
            Map.entry("ent", "entreprise"),
            Map.entry("gar", "garage"),
            Map.entry("pharm", "pharmacie"),
            Map.entry("resto", "restaurant"),
            Map.entry("transp", "transports"),
            Map.entry("transport", "transports"),
            Map.entry("dr", "docteur"));

    static CompanyName of(String text) {
        var plain = Plain.words(text);
        var words = new ArrayList<>(plain.isEmpty() ? List.of() : List.of(plain.split(" ")));
        LegalForm form = null;
        for (var found = cut(words); found != null; found = cut(words)) {
            form = form == null ? found : form;
        }
        if (words.size() > 1 && LegalForm.TITLES.contains(words.get(0))) {
            words.remove(0);
        }
        words.replaceAll(word -> ABBREVIATIONS.getOrDefault(word, word));
        return new CompanyName(List.copyOf(words), form);
    }

    /** Takes one legal form from the end or the beginning; never all there is. */
    private static LegalForm cut(List<String> words) {
        for (var form : LegalForm.values()) {
            for (var writing : form.writings()) {
                int rest = words.size() - writing.size();
                if (rest > 0) {
                    if (words.subList(rest, words.size()).equals(writing)) {
                        words.subList(rest, words.size()).clear();
                        return form;
                    }
                    if (words.subList(0, writing.size()).equals(writing)) {
                        words.subList(0, writing.size()).clear();
                        return form;
                    }
                }
            }
        }
        return null;
    }

    /** Blanks come and go in names: "L'Oréal", "Loreal". */
    String compact() {
        return String.join("", words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }
}
