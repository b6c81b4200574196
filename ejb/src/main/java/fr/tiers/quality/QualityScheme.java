package fr.tiers.quality;

import java.io.Serializable;
import java.util.List;

/** All criteria, changed as a whole. */
public record QualityScheme(long version, List<CriterionRow> criteria) implements Serializable {}
