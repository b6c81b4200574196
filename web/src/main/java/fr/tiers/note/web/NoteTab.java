package fr.tiers.note.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** The notes on the tier. */
@ApplicationScoped
public class NoteTab implements RecordTab {

    @Override
    public String feature() {
        return "note";
    }

    @Override
    public String icon() {
        return "pi-pencil";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/note/tab.xhtml";
    }

    @Override
    public int order() {
        return 430;
    }

    @Override
    public Action createRight() {
        return Action.ATTACH;
    }
}
