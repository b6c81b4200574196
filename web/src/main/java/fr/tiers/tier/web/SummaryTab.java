package fr.tiers.tier.web;

import jakarta.enterprise.context.ApplicationScoped;

/** The tier itself, read only, beside what happened lately. */
@ApplicationScoped
public class SummaryTab implements RecordTab {

    @Override
    public String feature() {
        return "tier";
    }

    @Override
    public String icon() {
        return "pi-id-card";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/tier/tab.xhtml";
    }

    @Override
    public int order() {
        return 0;
    }
}
