package fr.tiers.relation.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** The tree around the tier and its relations. */
@ApplicationScoped
public class RelationTab implements RecordTab {

    @Override
    public String feature() {
        return "relation";
    }

    @Override
    public String icon() {
        return "pi-sitemap";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/relation/tab.xhtml";
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING);
    }
}
