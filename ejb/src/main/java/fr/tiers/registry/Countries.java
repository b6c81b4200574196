package fr.tiers.registry;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Country of an address in the French directory, which has no ISO codes: overseas from the postal code, abroad from the name. */
final class Countries {

    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            Map.entry("971", "GP"),
            Map.entry("972", "MQ"),
            Map.entry("973", "GF"),
            Map.entry("974", "RE"),
            Map.entry("975", "PM"),
            Map.entry("976", "YT"),
            Map.entry("977", "BL"),
            Map.entry("978", "MF"),
            Map.entry("980", "MC"),
            Map.entry("984", "TF"),
            Map.entry("986", "WF"),
            Map.entry("987", "PF"),
            Map.entry("988", "NC"));

    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    /**
     * @param foreignName the directory's name of a foreign country, null in France
     * @param zone postal code, or the commune's code where the postal code is withheld
     * @return null for a foreign country whose name is not recognised
     */
    static String of(String foreignName, String zone) {
        if (foreignName != null) {
            return BY_NAME.get(fold(foreignName));
        }
        return zone == null || zone.length() < 3 ? "FR" : OVERSEAS.getOrDefault(zone.substring(0, 3), "FR");
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            names.put(fold(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.FRENCH)), code);
        }
        // INSEE's own names where they differ from the Unicode ones
        names.put(fold("Grande-Bretagne"), "GB");
        names.put(fold("République tchèque"), "CZ");
        names.put(fold("Etats-Unis d'Amérique"), "US");
        return Map.copyOf(names);
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}
