package fr.tiers.receivable.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;

/** What the tier owes, in the head of its record. */
@ApplicationScoped
public class ReceivableCard implements SummaryCard {

    @Override
    public Place place() {
        return Place.HEADER;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String fragment() {
        return "/WEB-INF/receivable/card.xhtml";
    }

    @Override
    public Action right() {
        return Action.SEE_OUTSTANDING;
    }
}
