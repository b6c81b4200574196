package fr.tiers.timeline.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** The whole stream, page by page. */
@ApplicationScoped
public class TimelineTab implements RecordTab {

    @Override
    public String feature() {
        return "timeline";
    }

    @Override
    public String icon() {
        return "pi-bolt";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/timeline/tab.xhtml";
    }

    @Override
    public int order() {
        return 890;
    }
}
