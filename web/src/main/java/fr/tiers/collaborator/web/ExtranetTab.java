package fr.tiers.collaborator.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sees the tier from outside, and why. */
@ApplicationScoped
public class ExtranetTab implements RecordTab {

    @Override
    public String feature() {
        return "extranet";
    }

    @Override
    public String icon() {
        return "pi-globe";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/collaborator/extranet.xhtml";
    }

    @Override
    public int order() {
        return 860;
    }
}
