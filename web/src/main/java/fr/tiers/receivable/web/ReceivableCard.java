package fr.tiers.receivable.web;

import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

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
    public Set<String> roles() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, READER);
    }
}
