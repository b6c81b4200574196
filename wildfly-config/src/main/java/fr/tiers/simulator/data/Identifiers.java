package fr.tiers.simulator.data;

import java.util.regex.Pattern;

/**
 * SIREN and SIRET check digits: Luhn on 9 and on 14 digits. La Poste (356000000) alone numbers its establishments so that
 * the sum of the 14 digits divides by five.
 */
public final class Identifiers {

    public static final String LA_POSTE = "356000000";

    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");

    private Identifiers() {}

    public static boolean isSiren(String text) {
        return text != null && SIREN.matcher(text).matches() && luhn(text) && !"000000000".equals(text);
    }

    public static boolean isSiret(String text) {
        if (text == null || !SIRET.matcher(text).matches() || !isSiren(text.substring(0, 9))) {
            return false;
        }
        return luhn(text)
                || text.startsWith(LA_POSTE) && text.chars().map(c -> c - '0').sum() % 5 == 0;
    }

    /** Completes eight digits to a SIREN. */
    public static String siren(String eightDigits) {
        return complete(eightDigits);
    }

    /** SIRET of the establishment of that rank, 1 being the first. */
    public static String siret(String siren, int rank) {
        String body = siren + String.format("%04d", rank);
        if (LA_POSTE.equals(siren) && rank != 4) {
            int sum = body.chars().map(c -> c - '0').sum();
            return body + (5 - sum % 5) % 5;
        }
        return complete(body);
    }

    /** Key of the French VAT number: (12 + 3 × (SIREN mod 97)) mod 97. */
    public static String vatNumber(String siren) {
        long key = (12 + 3 * (Long.parseLong(siren) % 97)) % 97;
        return String.format("FR%02d%s", key, siren);
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static String complete(String body) {
        for (int last = 0; last < 10; last++) {
            if (luhn(body + last)) {
                return body + last;
            }
        }
        throw new IllegalArgumentException(body);
    }
}
