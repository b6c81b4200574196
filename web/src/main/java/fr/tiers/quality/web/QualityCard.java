package fr.tiers.quality.web;

import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;

/** The quality index beside the tier's own data. */
@ApplicationScoped
public class QualityCard implements SummaryCard {

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String fragment() {
        return "/WEB-INF/quality/panel.xhtml";
    }
}
