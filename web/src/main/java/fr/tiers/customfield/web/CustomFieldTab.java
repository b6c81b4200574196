package fr.tiers.customfield.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** What the tier's custom fields hold. */
@ApplicationScoped
public class CustomFieldTab implements RecordTab {

    @Override
    public String feature() {
        return "customfield";
    }

    @Override
    public String icon() {
        return "pi-list";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/customfield/tab.xhtml";
    }

    @Override
    public int order() {
        return 850;
    }
}
