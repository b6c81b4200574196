package fr.tiers.tier;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody typed into a search box, as patterns for {@code like}. A number in any grouping (phone, SIREN, SIRET) becomes its bare
 * digits; anything else becomes one pattern per word, all of which must match. Folding (accents, case) is the database's part.
 */
public final class SearchWords {

    private static final int MAX_WORDS = 8;
    private static final String ESCAPED = "([\\\\%_])";

    private SearchWords() {}

    /** @return patterns, each with its own %; empty when nothing was typed */
    public static List<String> patterns(String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        var number = number(typed);
        if (number != null) {
            return List.of('%' + number + '%');
        }
        return Arrays.stream(typed.strip().split("[\\s\\u00a0\\u202f]+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(word -> '%' + word.replaceAll(ESCAPED, "\\\\$1") + '%')
                .toList();
    }

    /** @return the condition that tier {@code t} matches {@code :word<i>}, by what it is, by a custom field or by a code it had */
    static String condition(int i) {
        return """
               (t.search_text like fold(:word%1$d) or t.custom_text like fold(:word%1$d)
                or t.id = any(array(select c.tier_id from tier_former_code c where fold(c.code) like fold(:word%1$d) limit 1000)))"""
                .formatted(i);
    }

    /** @return the bare digits when only a grouped number was typed, a phone without its national or international prefix; else null */
    static String number(String typed) {
        if (!typed.matches("[+(]?[\\d\\s\\u00a0\\u202f.()/-]+")
                || typed.chars().filter(Character::isDigit).count() < 3) {
            return null;
        }
        var digits = typed.replaceAll("\\D", "");
        boolean international = typed.strip().startsWith("+33") && digits.length() == 11;
        boolean national = digits.startsWith("0") && digits.length() == 10;
        return international || national ? digits.substring(digits.length() - 9) : digits;
    }
}
