package fr.tiers.keyfigures.batch;

import fr.tiers.keyfigures.DueTiers;
import fr.tiers.keyfigures.PublicFigures;

/**
 * What came of asking about one tier.
 *
 * @param figures null when there was no usable answer
 * @param skip reason code when the tier's figures cannot be had, else null
 * @param detail technical, may be null
 */
record Outcome(DueTiers.Due tier, PublicFigures figures, String skip, String detail) {

    static final String UNKNOWN = "unknown-siren";
    static final String CONFIDENTIAL = "confidential";
    static final String INVALID = "invalid-siren";
    static final String MALFORMED = "malformed-answer";
    static final String REFUSED = "provider-refused";

    static Outcome of(DueTiers.Due tier, PublicFigures figures) {
        var skip = figures.unknown() ? UNKNOWN : figures.confidential() ? CONFIDENTIAL : null;
        return new Outcome(tier, figures, skip, null);
    }

    static Outcome skipped(DueTiers.Due tier, String reason, String detail) {
        return new Outcome(tier, null, reason, detail);
    }
}
