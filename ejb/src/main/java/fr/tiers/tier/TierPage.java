package fr.tiers.tier;

import java.io.Serializable;
import java.util.List;

/**
 * A page of the list that can be turned both ways.
 *
 * @param before cursor at which the page before ends; null on the first
 * @param after cursor after which the next page begins; null on the last
 */
public record TierPage(List<TierRow> items, String before, String after) implements Serializable {}
