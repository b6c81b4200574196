package fr.tiers.receivable.web;

import fr.tiers.access.Action;
import fr.tiers.tier.web.RecordTab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What the tier owes and has paid. */
@ApplicationScoped
public class ReceivableTab implements RecordTab {

    @Override
    public String feature() {
        return "receivable";
    }

    @Override
    public Set<String> shows() {
        return Set.of("INVOICE");
    }

    @Override
    public String icon() {
        return "pi-euro";
    }

    @Override
    public String fragment() {
        return "/WEB-INF/receivable/tab.xhtml";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Action right() {
        return Action.SEE_OUTSTANDING;
    }
}
