package fr.tiers.timeline.web;

import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;

/** What happened lately. */
@ApplicationScoped
public class TimelineCard implements SummaryCard {

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String fragment() {
        return "/WEB-INF/timeline/card.xhtml";
    }
}
