package fr.tiers.relation.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

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
    public Action createRight() {
        return Action.EDIT;
    }
}
