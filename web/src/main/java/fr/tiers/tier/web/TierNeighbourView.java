package fr.tiers.tier.web;

import fr.tiers.customfield.web.FieldList;
import fr.tiers.tier.TierNeighbours;
import fr.tiers.tier.TierSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way from a record to the one before and after it, in the list that its URL names. */
@Named("tierNeighbours")
@RequestScoped
public class TierNeighbourView {

    /** In the URL of a record, before the list it was opened from. */
    static final String PARAMETER = "&list=";

    private final TierSearch search;
    private final FieldList fields;
    private final TierRecordView record;
    private TierNeighbours neighbours;

    protected TierNeighbourView() {
        this(null, null, null);
    }

    @Inject
    public TierNeighbourView(TierSearch search, FieldList fields, TierRecordView record) {
        this.search = search;
        this.fields = fields;
        this.record = record;
    }

    /** Whether the record was opened from a list. */
    public boolean isWalking() {
        return record.getList() != null && !record.getList().isBlank();
    }

    /** To be put after the other parameters of a link to the same or another record; empty when no list is walked through. */
    public String getParameter() {
        return isWalking() ? PARAMETER + URLEncoder.encode(record.getList(), StandardCharsets.UTF_8) : "";
    }

    /** The list itself, with its question mark. */
    public String getListUrl() {
        return isWalking() ? query().toUrl() : "";
    }

    private TierListQuery query() {
        return TierListQuery.parse(record.getList()).known(fields);
    }

    public TierNeighbours getFound() {
        if (neighbours == null) {
            var query = query();
            neighbours = search.around(query.filter(), query.order(), record.getId());
        }
        return neighbours;
    }
}
