package fr.tiers.receivable.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** What the tier owes and has paid. */
@ApplicationScoped
public class ReceivableTab implements RecordTab {

    @Override
    public String feature() {
        return "receivable";
    }

    @Override
    public String icon() {
        return "pi-euro";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/receivable/tab.xhtml";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, READER);
    }
}
