package fr.tiers.simulator.data;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text folded the way a search compares it: upper case, no accents, words only. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^A-Z0-9]+");

    private Words() {}

    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String upper = plain.toUpperCase(Locale.ROOT).replace("Œ", "OE").replace("Æ", "AE");
        return NOT_WORD.matcher(upper).replaceAll(" ").trim();
    }

    public static List<String> of(String text) {
        if (text == null) {
            return List.of();
        }
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }
}
