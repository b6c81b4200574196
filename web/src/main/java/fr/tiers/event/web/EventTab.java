package fr.tiers.event.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

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
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING);
    }
}
