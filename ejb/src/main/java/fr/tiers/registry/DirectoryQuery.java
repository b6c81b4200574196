package fr.tiers.registry;

import fr.tiers.kernel.BusinessException;
import fr.tiers.tier.identity.Siren;
import fr.tiers.tier.identity.Siret;
import fr.tiers.tier.identity.VatNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was typed into the one box, as parameters of the API Recherche d'entreprises. A SIREN, SIRET or French VAT number in any grouping
 * is a direct lookup; otherwise a postal code among the words becomes a filter, and names and towns stay words.
 */
final class DirectoryQuery {

    private static final int LONGEST = 200;
    /** The API's own minimum for words without a filter. */
    private static final int SHORTEST = 3;

    private static final Pattern GROUPED_DIGITS = Pattern.compile("[\\d\\s.\\p{Z}/_-]+");
    private static final Pattern POSTAL_CODE = Pattern.compile("(0[1-9]|[1-8]\\d|9[0-8])\\d{3}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf},;]+");

    private DirectoryQuery() {}

    /** @throws BusinessException INVALID: field {@code q} too short, too long, or a number with a wrong check digit */
    static Map<String, String> parse(String text) {
        var typed = text == null ? "" : text.strip();
        if (typed.length() > LONGEST) {
            throw BusinessException.invalid("q", "too-long", LONGEST);
        }
        var number = number(typed);
        return number == null ? words(typed) : Map.of("q", number);
    }

    private static String number(String typed) {
        var vat = VatNumber.normalise(typed);
        if (vat != null && vat.matches("FR\\d{11}") && VatNumber.isValid(vat)) {
            return vat.substring(4);
        }
        if (!GROUPED_DIGITS.matcher(typed).matches()) {
            return null;
        }
        var digits = Siret.normalise(typed);
        if (digits == null || digits.length() != 9 && digits.length() != 14) {
            return null;
        }
        var isSiren = digits.length() == 9;
        if (isSiren ? !Siren.isValid(digits) : !Siret.isValid(digits)) {
            throw BusinessException.invalid("q", isSiren ? "siren-invalid" : "siret-invalid", digits);
        }
        return digits;
    }

    private static Map<String, String> words(String typed) {
        var parameters = new LinkedHashMap<String, String>();
        var words = new ArrayList<String>();
        for (var word : BETWEEN_WORDS.split(typed)) {
            if (POSTAL_CODE.matcher(word).matches() && !parameters.containsKey("code_postal")) {
                parameters.put("code_postal", word);
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        var rest = String.join(" ", words);
        if (parameters.isEmpty() && rest.length() < SHORTEST) {
            throw BusinessException.invalid("q", "too-short", SHORTEST);
        }
        if (!rest.isEmpty()) {
            parameters.put("q", rest);
        }
        return parameters;
    }
}
