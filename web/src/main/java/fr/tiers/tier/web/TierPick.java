package fr.tiers.tier.web;

import fr.tiers.shell.web.Functions;
import java.io.Serializable;

/**
 * A tier chosen as the parent of another: enough to show it.
 *
 * @param label null for a tier that is not the caller's to see
 */
public record TierPick(long id, String label) implements Serializable {

    /** Record accessors are no bean getters for EL 5. */
    public String getLabel() {
        return label == null ? Functions.text("tier.hidden") : label;
    }
}
