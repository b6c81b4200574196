package fr.tiers.address.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;

/** The further addresses and sites of the tier. */
@ApplicationScoped
public class AddressTab implements RecordTab {

    @Override
    public String feature() {
        return "address";
    }

    @Override
    public String icon() {
        return "pi-map-marker";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/address/tab.xhtml";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Action createRight() {
        return Action.EDIT;
    }
}
