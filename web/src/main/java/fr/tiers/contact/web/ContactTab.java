package fr.tiers.contact.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

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
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING);
    }
}
