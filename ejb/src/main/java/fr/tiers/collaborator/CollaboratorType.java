package fr.tiers.collaborator;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.io.Serializable;

/**
 * What somebody does for a tier.
 *
 * @param code never changes
 * @param active an inactive type can no longer be given
 */
public record CollaboratorType(String code, long version, String labelFr, String labelEn, int position, boolean active)
        implements Serializable {

    public CollaboratorType {
        labelFr = Checks.trim(labelFr);
        labelEn = Checks.trim(labelEn);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .holds(code != null && code.matches("[A-Z][A-Z0-9_]{1,31}"), "code", "code-shape")
                .required("labelFr", labelFr)
                .text("labelFr", labelFr)
                .required("labelEn", labelEn)
                .text("labelEn", labelEn)
                .refuse();
    }
}
