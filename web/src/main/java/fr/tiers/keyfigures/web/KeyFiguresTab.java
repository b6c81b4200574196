package fr.tiers.keyfigures.web;

import fr.tiers.access.Action;
import fr.tiers.access.Role;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Turnover, result and headcount over the years. */
@ApplicationScoped
public class KeyFiguresTab implements RecordTab {

    @Override
    public String feature() {
        return "keyfigures";
    }

    @Override
    public String icon() {
        return "pi-chart-bar";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/keyfigures/tab.xhtml";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.Names.ADMINISTRATOR,
                Role.Names.SALES_MANAGER,
                Role.Names.SALES,
                Role.Names.ASSISTANT,
                Role.Names.ACCOUNTING,
                Role.Names.TECHNICIAN,
                Role.Names.MARKETING,
                Role.Names.READER);
    }

    @Override
    public Action createRight() {
        return Action.ATTACH;
    }
}
