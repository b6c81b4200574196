package fr.tiers.note.web;

import fr.tiers.tier.web.SummaryCard;
import jakarta.enterprise.context.ApplicationScoped;

/** Pinned notes: what one should know before anything else. */
@ApplicationScoped
public class PinnedNotesCard implements SummaryCard {

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String fragment() {
        return "/WEB-INF/note/pinned.xhtml";
    }
}
