package fr.tiers.customfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * Something to choose.
 *
 * @param parent of a dependent choice: code of the option that must be chosen in the other field
 * @param active false: no longer offered, stays where it was chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldOption(String code, String labelFr, String labelEn, String parent, Boolean active)
        implements Serializable {

    public FieldOption {
        labelFr = labelFr == null || labelFr.isBlank() ? code : labelFr.strip();
        labelEn = labelEn == null || labelEn.isBlank() ? labelFr : labelEn.strip();
        active = active == null || active;
    }

    public String label(String language) {
        return "en".equals(language) ? labelEn : labelFr;
    }
}
