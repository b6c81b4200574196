package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkActions;
import fr.tiers.bulk.BulkView;
import fr.tiers.kernel.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The bulk actions that were planned. */
@Named("bulkList")
@RequestScoped
public class BulkList {

    private static final int PAGE = 25;

    private final BulkActions bulks;
    private String after;
    private Slice<BulkView> slice;

    protected BulkList() {
        this(null);
    }

    @Inject
    public BulkList(BulkActions bulks) {
        this.bulks = bulks;
    }

    public Slice<BulkView> getSlice() {
        if (slice == null) {
            boolean known = after != null && after.matches("\\d{1,18}");
            slice = bulks.list(known ? Long.parseLong(after) : Long.MAX_VALUE, PAGE);
        }
        return slice;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
