package fr.tiers.tier.web;

import fr.tiers.access.Action;
import java.util.Set;

/**
 * A feature's part of the record's summary. Each feature that has something to say at a glance offers one CDI bean of it; the fragment
 * reads the tier's id from {@code #{tierRecord.id}} and shows nothing when there is nothing to say.
 */
public interface SummaryCard {

    /** Where a card stands. */
    enum Place {
        /** In the record's head, seen on every tab: one short line. */
        HEADER,
        /** Above the tier's own data. */
        MAIN,
        /** Beside them; below on a phone. */
        ASIDE
    }

    Place place();

    /** Position among the cards of one place. */
    int order();

    /** Path of the xhtml fragment, like {@code /WEB-INF/receivable/card.xhtml}. */
    String fragment();

    /** What one must be allowed to do with the tier to see the card. */
    default Action right() {
        return Action.READ;
    }

    /** Roles that see the card; nobody named means everybody who sees the tier. */
    default Set<String> roles() {
        return Set.of();
    }
}
