package fr.tiers.tier.web;

import fr.tiers.tag.web.WornTagsView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tags in the header of the record. */
@Named("tagsOfTier")
@ViewScoped
public class TagsOfTier extends WornTagsView {

    private static final long serialVersionUID = 1L;

    private final TierRecordView record;
    private final TierRights rights;

    protected TagsOfTier() {
        this(null, null);
    }

    @Inject
    public TagsOfTier(TierRecordView record, TierRights rights) {
        this.record = record;
        this.rights = rights;
    }

    @Override
    protected String object() {
        return "TIER";
    }

    @Override
    protected Long id() {
        return record.isFound() ? record.getId() : null;
    }

    @Override
    protected void changed() {
        record.load();
    }

    @Override
    public boolean isMayTag() {
        return rights.isWriter();
    }
}
