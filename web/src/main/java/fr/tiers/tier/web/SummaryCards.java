package fr.tiers.tier.web;

import fr.tiers.tier.web.SummaryCard.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;

/** The cards of the record's summary that the user may see, in their order. */
@Named("summaryCards")
@RequestScoped
public class SummaryCards {

    private final Instance<SummaryCard> offered;
    private final HttpServletRequest request;
    private final TierRights rights;

    protected SummaryCards() {
        this(null, null, null);
    }

    @Inject
    public SummaryCards(@Any Instance<SummaryCard> offered, HttpServletRequest request, TierRights rights) {
        this.offered = offered;
        this.request = request;
        this.rights = rights;
    }

    public List<SummaryCard> getHeader() {
        return at(Place.HEADER);
    }

    public List<SummaryCard> getMain() {
        return at(Place.MAIN);
    }

    public List<SummaryCard> getAside() {
        return at(Place.ASIDE);
    }

    private List<SummaryCard> at(Place place) {
        return offered.stream()
                .filter(card -> card.place() == place)
                .filter(card -> card.roles().isEmpty() || card.roles().stream().anyMatch(request::isUserInRole))
                .filter(card -> rights.may(card.right().name()))
                .sorted(Comparator.comparingInt(SummaryCard::order).thenComparing(SummaryCard::fragment))
                .toList();
    }
}
