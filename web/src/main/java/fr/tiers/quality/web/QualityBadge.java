package fr.tiers.quality.web;

import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;

/** The quality index in the head of the record. */
@ApplicationScoped
public class QualityBadge implements SummaryCard {

    @Override
    public Place place() {
        return Place.HEADER;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String fragment() {
        return "/WEB-INF/quality/badge.xhtml";
    }
}
