package fr.tiers.exchange;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as people write them in files, for codes: accents, case and signs do not matter. */
final class Words {

    private static final Map<String, String> YES_NO =
            words("true=oui|o|yes|y|vrai|true|x|1|actif;false=non|n|no|faux|false|0|inactif");

    private static final Map<String, String> CIVILITY =
            words("M=m|mr|monsieur|mister;MME=mme|madame|mrs|ms|melle|mlle|mademoiselle");

    /** By field; what is not here is read as it is written. */
    private static final Map<String, Map<String, String>> CHOICES = Map.of(
            "kind",
                    words("COMPANY=company|societe|entreprise|personne morale|professionnel|pro|pm;"
                            + "INDIVIDUAL=individual|particulier|individu|personne|personne physique|pp|person;"
                            + "HOUSEHOLD=household|foyer|menage|famille"),
            "civility", CIVILITY,
            "contact.civility", CIVILITY,
            "status",
                    words("ACTIVE=active|actif|active|ouvert|oui|open|1;"
                            + "CLOSED=closed|clos|close|ferme|fermee|inactif|inactive|non|cesse|cessee|0"),
            "listingMode", words("NONE=none|aucun|non|sans|no;OPEN=open|ouvert|libre|oui|yes;STRICT=strict|ferme"),
            "language", words("fr=fr|francais|french|fra;en=en|anglais|english|eng"));

    private static final Map<String, String> COUNTRIES = countries();

    private Words() {}

    private static Map<String, String> words(String text) {
        var words = new LinkedHashMap<String, String>();
        for (var entry : text.split(";")) {
            var sides = entry.split("=");
            Stream.of(sides[1].split("\\|")).forEach(word -> words.put(plain(word), sides[0]));
        }
        return Map.copyOf(words);
    }

    private static Map<String, String> countries() {
        var names = new LinkedHashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            names.put(plain(code), code);
            names.put(plain(country.getISO3Country()), code);
            names.put(plain(country.getDisplayCountry(Locale.FRENCH)), code);
            names.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        return Map.copyOf(names);
    }

    /** @return letters and digits alone, small, without accents */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static Optional<Boolean> yesNo(String text) {
        return Optional.ofNullable(YES_NO.get(plain(text))).map(Boolean::valueOf);
    }

    /** @return the code; the text itself when the word is not known, for the rules to refuse it */
    static String choice(String field, String text) {
        return CHOICES.getOrDefault(field, Map.of()).getOrDefault(plain(text), text);
    }

    static String country(String text) {
        return COUNTRIES.getOrDefault(plain(text), text);
    }

    /** The parts of a cell that says several things. */
    static List<String> several(String text) {
        return Stream.of(text.split("[,;|\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }
}
