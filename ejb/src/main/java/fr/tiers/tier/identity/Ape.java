package fr.tiers.tier.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/** APE code: the main activity after NAF, two digits, a dot, two digits and a letter ({@code 62.01Z}). */
public final class Ape {

    private static final Pattern COMPACT = Pattern.compile("(\\d{2})(\\d{2}[A-Z])");

    private Ape() {}

    /**
     * @param text {@code 6201Z}, {@code 62.01 z} …
     * @return with the dot and in capitals; what is not an APE code comes back compacted, for the check to refuse; null when empty
     */
    public static String normalise(String text) {
        var compact = Digits.compact(text).toUpperCase(Locale.ROOT);
        if (compact.isEmpty()) {
            return null;
        }
        var matcher = COMPACT.matcher(compact);
        return matcher.matches() ? matcher.group(1) + '.' + matcher.group(2) : compact;
    }

    /** True when the text has the shape of a code; whether the nomenclature knows it is not asked (two are in force around 2027). */
    public static boolean isValid(String text) {
        return COMPACT.matcher(Digits.compact(text).toUpperCase(Locale.ROOT)).matches();
    }
}
