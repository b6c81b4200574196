package fr.tiers.tier;

import java.io.Serializable;
import java.time.Instant;

/**
 * A code that leads to a tier and is never given again.
 *
 * @param kind FORMER (before a conversion), LEGACY (brought along from another software; may be the present one), MERGED
 */
public record FormerCode(String code, String kind, Instant since) implements Serializable {}
