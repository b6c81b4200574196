package fr.tiers.simulator.data;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Code tables of INSEE, as the Recherche d'entreprises service validates against them. */
public final class Nomenclatures {

    private static final List<String> SECTION_BOUNDS = List.of(
            "A01-03", "B05-09", "C10-33", "D35-35", "E36-39", "F41-43", "G45-47", "H49-53", "I55-56", "J58-63",
            "K64-66", "L68-68", "M69-75", "N77-82", "O84-84", "P85-85", "Q86-88", "R90-93", "S94-96", "T97-98",
            "U99-99");

    private final Map<String, String> naf = Resources.labels("codes-naf");
    private final Map<String, String> naf2025 = Resources.labels("codes-naf-2025");
    private final Map<String, String> legalForms = Resources.labels("natures-juridiques");
    private final Map<String, String> headcountBands = Resources.labels("tranches-effectifs");
    private final Map<String, String> sections = Resources.labels("sections-codes-naf");
    private final Map<String, String> departments = Resources.labels("departements");
    private final Map<String, String> regions = Resources.labels("regions");
    private final Map<String, String> naf2025ByClass = new HashMap<>();

    public Nomenclatures() {
        for (String code : new TreeSet<>(naf2025.keySet())) {
            // two codes in one class: no way to choose, so no answer
            naf2025ByClass.merge(code.substring(0, 5), code, (first, second) -> "");
        }
    }

    public Map<String, String> naf() {
        return Collections.unmodifiableMap(naf);
    }

    public Map<String, String> legalForms() {
        return Collections.unmodifiableMap(legalForms);
    }

    public Map<String, String> headcountBands() {
        return Collections.unmodifiableMap(headcountBands);
    }

    public Map<String, String> sections() {
        return Collections.unmodifiableMap(sections);
    }

    public Map<String, String> departments() {
        return Collections.unmodifiableMap(departments);
    }

    public Map<String, String> regions() {
        return Collections.unmodifiableMap(regions);
    }

    /** Letter of the section a NAF rev. 2 code belongs to, {@code null} for {@code 00.00Z}. */
    public static String section(String nafCode) {
        int division = Integer.parseInt(nafCode.substring(0, 2));
        for (String bounds : SECTION_BOUNDS) {
            if (division >= Integer.parseInt(bounds.substring(1, 3))
                    && division <= Integer.parseInt(bounds.substring(4))) {
                return bounds.substring(0, 1);
            }
        }
        return null;
    }

    /** NAF 2025 code of the same class, when there is exactly one; good enough for invented companies only. */
    public String naf2025(String nafCode) {
        String code = naf2025ByClass.get(nafCode.substring(0, 5));
        return code == null || code.isEmpty() ? null : code;
    }
}
