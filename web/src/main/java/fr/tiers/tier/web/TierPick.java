package fr.tiers.tier.web;

import java.io.Serializable;

/** A tier chosen as the parent of another: enough to show it. */
public record TierPick(long id, String label) implements Serializable {

    /** Record accessors are no bean getters for EL 5. */
    public String getLabel() {
        return label;
    }
}
