package fr.tiers.shell.web;

import fr.tiers.access.Action;
import java.util.Set;

/**
 * One line of the left navigation.
 *
 * @param feature name of the feature: {@code navigation.<feature>} is its label, {@code /<feature>/} its folder
 * @param icon PrimeIcons class
 * @param page where it leads
 * @param roles who sees it; nobody named means everybody
 * @param right what one must be allowed to do with some tiers to see it; null means nothing
 */
public record NavigationEntry(String feature, String icon, String page, Set<String> roles, Action right) {

    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    static NavigationEntry of(String feature, String icon, String page, String... roles) {
        return new NavigationEntry(feature, icon, page, Set.of(roles), null);
    }

    static NavigationEntry of(String feature, String icon, String page, Action right) {
        return new NavigationEntry(feature, icon, page, Set.of(), right);
    }

    /** Record accessors are no bean getters for EL 5. */
    public String getFeature() {
        return feature;
    }

    public String getIcon() {
        return icon;
    }

    public String getPage() {
        return page;
    }

    boolean leadsTo(String viewId) {
        return viewId.startsWith(page.substring(0, page.lastIndexOf('/') + 1));
    }
}
