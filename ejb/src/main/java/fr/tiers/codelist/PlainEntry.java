package fr.tiers.codelist;

import fr.tiers.kernel.Checks;

/** An entry of a list without anything special. */
public record PlainEntry(String code, long version, String labelFr, String labelEn, int position, boolean active)
        implements CodeEntry {

    public PlainEntry {
        code = Checks.trim(code);
        labelFr = Checks.trim(labelFr);
        labelEn = Checks.trim(labelEn);
    }
}
