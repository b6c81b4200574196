package fr.tiers.note.web;

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

/** The notes on the tier. */
@ApplicationScoped
public class NoteTab implements RecordTab {

    @Override
    public String feature() {
        return "note";
    }

    @Override
    public String icon() {
        return "pi-pencil";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/note/tab.xhtml";
    }

    @Override
    public int order() {
        return 430;
    }

    @Override
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING);
    }
}
