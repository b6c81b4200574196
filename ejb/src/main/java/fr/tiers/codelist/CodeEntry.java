package fr.tiers.codelist;

import java.io.Serializable;

/** An entry of an administered list. Records implement it; they trim their own texts. */
public interface CodeEntry extends Serializable {

    /** Never changes. */
    String code();

    long version();

    String labelFr();

    String labelEn();

    /** Where it stands in the list. */
    int position();

    /** An inactive entry is kept where it was given, and given no more. */
    boolean active();

    /** @return in the language, French unless English is asked for */
    default String label(String language) {
        return "en".equals(language) ? labelEn() : labelFr();
    }
}
