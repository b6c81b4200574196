package fr.tiers.sample;

import java.util.Locale;

/**
 * Numbers that are right in form and belong to nobody. SIREN start with 001 to 004, a range no company is known to hold; phone numbers
 * come from the ranges that ARCEP keeps for fiction.
 */
final class Identifiers {

    private static final int UNITS = 400_000;

    private Identifiers() {}

    /** @return a SIREN for each index below {@code 400 000}; then the same legal units come again, with other establishments */
    static String siren(long index) {
        // a step that shares no factor with the range visits each number once, and neighbours do not look alike
        long body = 100_000 + Math.floorMod(index * 127_417 + 20_261, UNITS);
        var digits = String.format(Locale.ROOT, "%08d", body);
        return digits + key(digits);
    }

    /** @return a SIRET of its own for each index up to some millions */
    static String siret(long index) {
        return establishment(siren(index), 1 + (int) (index / UNITS) * 10);
    }

    /** @param number 1 for the head office, then one more for each further site; below 10 */
    static String establishment(String siren, int number) {
        var digits = siren + String.format(Locale.ROOT, "%04d", number);
        return digits + key(digits);
    }

    /** @return the digit that makes the Luhn sum right */
    private static int key(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }

    static String phone(String region, long index) {
        var range =
                switch (region) {
                    case "11" -> "01 99 00";
                    case "28", "52", "53", "24", "04", "06" -> "02 61 91";
                    case "27", "32", "44" -> "03 53 01";
                    case "84", "93", "94" -> "04 65 71";
                    default -> "05 36 49";
                };
        return range + lastFour(index * 7_919 + 1_357);
    }

    static String mobile(long index) {
        return "06 39 98" + lastFour(index * 6_271 + 2_468);
    }

    private static String lastFour(long number) {
        var four = (int) Math.floorMod(number, 10_000L);
        return String.format(Locale.ROOT, " %02d %02d", four / 100, four % 100);
    }
}
