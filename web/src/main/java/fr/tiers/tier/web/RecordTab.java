package fr.tiers.tier.web;

import fr.tiers.access.Action;
import java.util.Locale;
import java.util.Set;

/**
 * A tab of the tier's record. Each feature offers one CDI bean of it, so the record page never changes when a feature is added. The
 * fragment is included only when its tab is open; it reads the tier's id from {@code #{tierRecord.id}} and, when the user chose the
 * entry of the "Nouveau" menu, finds {@code #{tierRecord.creating}} true.
 */
public interface RecordTab {

    /** As {@link fr.tiers.tier.TierAttachment#feature()}, whose count is the badge; {@code ?tab=} in the URL. */
    String feature();

    /** Key of the label in the bundles. */
    default String labelKey() {
        return feature() + ".tab";
    }

    /** PrimeIcons class, like {@code pi-user}. */
    String icon();

    /** Path of the xhtml fragment, like {@code /WEB-INF/contact/tab.xhtml}; it brings its own forms. */
    String fragment();

    /** Position: 100 contacts, 200 addresses, 300 events, 900 history; the others in between. */
    int order();

    /** Kinds of search hits that are shown here; the row of one is marked when {@code #{tierRecord.isSought(id)}}. */
    default Set<String> shows() {
        return Set.of(feature().toUpperCase(Locale.ROOT));
    }

    /** Roles that see the tab; nobody named means everybody who sees the tier. */
    default Set<String> roles() {
        return Set.of();
    }

    /** What one must be allowed to do with the tier to see the tab. */
    default Action right() {
        return Action.READ;
    }

    /** What one must be allowed to do with the tier to add something here; null means no entry in the "Nouveau" menu. */
    default Action createRight() {
        return creators().isEmpty() ? null : Action.ATTACH;
    }

    /** Only these roles add something here, whatever their rights; nobody named means that the right alone decides. */
    default Set<String> creators() {
        return Set.of();
    }

    /** Key of the entry in the "Nouveau" menu. */
    default String createLabelKey() {
        return feature() + ".new";
    }
}
