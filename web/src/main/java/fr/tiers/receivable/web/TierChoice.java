package fr.tiers.receivable.web;

import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierRow;
import fr.tiers.tier.TierSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** Choosing a tier by a few letters of its name, its code, its SIREN or its telephone. */
@Named("tierChoice")
@RequestScoped
public class TierChoice {

    private static final int MOST = 12;

    private final TierSearch search;
    private String code;

    protected TierChoice() {
        this(null);
    }

    @Inject
    public TierChoice(TierSearch search) {
        this.search = search;
    }

    public List<TierRow> complete(String words) {
        return search.rows(TierFilter.words(words), TierOrder.parse("name"), 0, MOST);
    }

    /** Opens the page again for the tier chosen; the page is named relative to the application. */
    public void open(String page) {
        if (code != null && code.matches("\\d{1,18}")) {
            Faces.redirect(page + (page.contains("?") ? "&" : "?") + "tier=%s", code);
        }
    }

    /** Nothing: who was chosen is shown by the page that opens then, and only a row could be drawn here. */
    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
