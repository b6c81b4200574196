package fr.tiers.document.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** The files of the tier. */
@ApplicationScoped
public class DocumentTab implements RecordTab {

    @Override
    public String feature() {
        return "document";
    }

    @Override
    public String icon() {
        return "pi-file";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/document/tab.xhtml";
    }

    @Override
    public int order() {
        return 440;
    }

    @Override
    public Action createRight() {
        return Action.ATTACH;
    }
}
