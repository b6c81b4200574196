package fr.tiers.tier.web;

import jakarta.enterprise.context.ApplicationScoped;

/** What the tier is to us, and what it has as a customer and as a supplier. */
@ApplicationScoped
public class FunctionTab implements RecordTab {

    @Override
    public String feature() {
        return "function";
    }

    @Override
    public String icon() {
        return "pi-briefcase";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/tier/functions.xhtml";
    }

    @Override
    public int order() {
        return 50;
    }
}
