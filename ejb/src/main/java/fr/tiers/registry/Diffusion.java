package fr.tiers.registry;

/** Whether a unit lets INSEE publish everything about it; the names are those of the tier's field. */
public enum Diffusion {
    FULL,
    /** Name or address withheld at the unit's request; such a unit must not be canvassed. */
    PARTIAL
}
