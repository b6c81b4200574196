package fr.tiers.registry;

import java.io.Serializable;

/**
 * A tier of ours that the caller may see and that bears the same number.
 *
 * @param sameSiret false when only the SIREN is the same: another establishment of the company
 */
public record KnownTier(long id, String code, String name, String siret, boolean sameSiret) implements Serializable {}
