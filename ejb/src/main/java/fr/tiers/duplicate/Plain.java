package fr.tiers.duplicate;

import java.text.Normalizer;
import java.util.Locale;

/** Text without what people write in different ways: accents, case, ligatures, apostrophes and other signs. */
final class Plain {

    private Plain() {}

    /** @return words of letters and digits, a blank between each two; empty for nothing */
    static String words(String text) {
        if (text == null) {
            return "";
        }
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replaceAll("[&+]", " et ");
        // every sign separates, typographic apostrophes too; what was an abbreviation in single letters is one word
        var words = letters.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return joined(words);
    }

    private static String joined(String words) {
        var result = new StringBuilder();
        var before = "";
        for (var word : words.split(" ")) {
            boolean initials = isLetter(word) && isLetter(before);
            result.append(initials || result.isEmpty() ? "" : " ").append(word);
            before = word;
        }
        return result.toString();
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }
}
