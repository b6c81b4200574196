package fr.tiers.quality;

import java.io.Serializable;

/**
 * What a criterion counts for.
 *
 * @param criterion code of a {@link Criterion}
 * @param type code of the only type of tier it is meant for; null for all that have no row of their own
 * @param weight 1 to 100
 */
public record CriterionRow(String criterion, String type, int weight, boolean active) implements Serializable {}
