package fr.tiers.collaborator.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

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

    @Override
    public Action createRight() {
        return Action.ASSIGN;
    }
}
