package fr.tiers.address.web;

import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

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
    public Set<String> creators() {
        return Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING);
    }
}
