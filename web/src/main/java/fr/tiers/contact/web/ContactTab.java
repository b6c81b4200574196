package fr.tiers.contact.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** The people at the tier. */
@ApplicationScoped
public class ContactTab implements RecordTab {

    @Override
    public String feature() {
        return "contact";
    }

    @Override
    public String icon() {
        return "pi-users";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/contact/tab.xhtml";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Action createRight() {
        return Action.EDIT;
    }
}
