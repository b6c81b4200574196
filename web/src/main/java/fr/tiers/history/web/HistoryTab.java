package fr.tiers.history.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** Who changed what about the tier. */
@ApplicationScoped
public class HistoryTab implements RecordTab {

    @Override
    public String feature() {
        return "history";
    }

    @Override
    public String icon() {
        return "pi-history";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/history/tab.xhtml";
    }

    @Override
    public int order() {
        return 900;
    }
}
