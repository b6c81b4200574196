package fr.tiers.contact.web;

import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom to call: the main contact and the next four. */
@ApplicationScoped
public class ContactCard implements SummaryCard {

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String fragment() {
        return "/WEB-INF/contact/five.xhtml";
    }
}
