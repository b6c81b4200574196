package fr.tiers.quality;

import java.util.List;

/** What the record shows about quality. */
public record QualityPanel(QualityView quality, List<VisitFrequency> visits) {}
