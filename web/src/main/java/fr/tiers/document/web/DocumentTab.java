package fr.tiers.document.web;

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
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING);
    }
}
