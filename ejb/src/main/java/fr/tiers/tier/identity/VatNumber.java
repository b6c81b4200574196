package fr.tiers.tier.identity;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Intra-community VAT number: country prefix and national part. The French one carries a key computed from the SIREN; that it can be
 * computed does not prove that the company is liable to VAT.
 */
public final class VatNumber {

    private static final Pattern FRENCH = Pattern.compile("FR([0-9A-HJ-NP-Z]{2})([0-9]{9})");

    /** Outside the Union shapes vary too much for more than this. */
    private static final Pattern OTHER = Pattern.compile("[A-Z]{2,3}[0-9A-Z]{4,13}");

    /** National parts as the Union's VIES publishes them. */
    private static final Map<String, Pattern> UNION = Map.ofEntries(
            shape("AT", "U\\d{8}"),
            shape("BE", "[01]\\d{9}"),
            shape("BG", "\\d{9,10}"),
            shape("CY", "\\d{8}[A-Z]"),
            shape("CZ", "\\d{8,10}"),
            shape("DE", "\\d{9}"),
            shape("DK", "\\d{8}"),
            shape("EE", "\\d{9}"),
            shape("EL", "\\d{9}"),
            shape("ES", "[0-9A-Z]\\d{7}[0-9A-Z]"),
            shape("FI", "\\d{8}"),
            shape("HR", "\\d{11}"),
            shape("HU", "\\d{8}"),
            shape("IE", "\\d[0-9A-Z+*]\\d{5}[A-Z]{1,2}"),
            shape("IT", "\\d{11}"),
            shape("LT", "\\d{9}|\\d{12}"),
            shape("LU", "\\d{8}"),
            shape("LV", "\\d{11}"),
            shape("MT", "\\d{8}"),
            shape("NL", "[0-9A-Z+*]{10}\\d{2}"),
            shape("PL", "\\d{10}"),
            shape("PT", "\\d{9}"),
            shape("RO", "\\d{2,10}"),
            shape("SE", "\\d{12}"),
            shape("SI", "\\d{8}"),
            shape("SK", "\\d{10}"),
            shape("XI", "\\d{9}|\\d{12}|(GD|HA)\\d{3}"));

    private VatNumber() {}

    /** @return without separators and in capitals; not checked; null when nothing is left */
    public static String normalise(String text) {
        var compact = Digits.compact(text).toUpperCase(Locale.ROOT);
        return compact.isEmpty() ? null : compact;
    }

    /** True when the number has its country's shape and, for a French one with a key in digits, the right key. */
    public static boolean isValid(String text) {
        var number = normalise(text);
        if (number == null || number.length() < 4) {
            return false;
        }
        var country = number.substring(0, 2);
        if (country.equals("FR")) {
            return isFrench(number);
        }
        var shape = UNION.get(country);
        return shape == null
                ? OTHER.matcher(number).matches()
                : shape.matcher(number.substring(2)).matches();
    }

    /**
     * @param siren nine digits in any grouping
     * @return {@code FR}, two-digit key, SIREN
     * @throws IllegalArgumentException when the SIREN is not valid
     */
    public static String ofSiren(String siren) {
        if (!Siren.isValid(siren)) {
            throw new IllegalArgumentException("not a SIREN: " + siren);
        }
        var digits = Siren.normalise(siren);
        return "FR" + key(digits) + digits;
    }

    private static boolean isFrench(String number) {
        var matcher = FRENCH.matcher(number);
        if (!matcher.matches()) {
            return false;
        }
        var key = matcher.group(1);
        // Keys with letters follow a rule nobody publishes: their shape is all that can be checked.
        return !Digits.all(key, 2) || key.equals(key(matcher.group(2)));
    }

    private static String key(String siren) {
        return String.format(Locale.ROOT, "%02d", (12 + 3 * (Integer.parseInt(siren) % 97)) % 97);
    }

    private static Map.Entry<String, Pattern> shape(String country, String national) {
        return Map.entry(country, Pattern.compile(national));
    }
}
