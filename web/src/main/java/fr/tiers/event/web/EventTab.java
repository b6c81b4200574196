package fr.tiers.event.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** The events of the tier. */
@ApplicationScoped
public class EventTab implements RecordTab {

    @Override
    public String feature() {
        return "event";
    }

    @Override
    public String icon() {
        return "pi-calendar";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/event/tab.xhtml";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Action createRight() {
        return Action.ATTACH;
    }
}
