package fr.tiers.collaborator.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** Who of us works on the tier. */
@ApplicationScoped
public class CollaboratorTab implements RecordTab {

    @Override
    public String feature() {
        return "collaborator";
    }

    @Override
    public String icon() {
        return "pi-users";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/collaborator/tab.xhtml";
    }

    @Override
    public int order() {
        return 350;
    }

    /** Everybody of our own: the right to assign decides. */
    @Override
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, TECHNICIAN, MARKETING, READER);
    }

    @Override
    public Action createRight() {
        return Action.ASSIGN;
    }
}
