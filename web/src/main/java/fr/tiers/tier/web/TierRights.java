package fr.tiers.tier.web;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which buttons to show. The services decide; this only spares the user a button that would be refused. */
@Named("tierRights")
@RequestScoped
public class TierRights {

    private final TierAccess access;
    private final TierRecordView record;

    protected TierRights() {
        this(null, null);
    }

    @Inject
    public TierRights(TierAccess access, TierRecordView record) {
        this.access = access;
        this.record = record;
    }

    /** Whether the user may create tiers. */
    public boolean isCreator() {
        return access.may(Action.CREATE);
    }

    /** Whether the user may take lists of tiers out of the house. */
    public boolean isExporter() {
        return access.may(Action.EXPORT);
    }

    /** Whether the user may convert tiers. */
    public boolean isConverter() {
        return access.may(Action.CONVERT);
    }

    /** Whether rows of lists can be ticked: there is something that the user may do to several at once. */
    public boolean isTicker() {
        return access.may(Action.EDIT) || access.may(Action.CONVERT) || access.may(Action.MERGE);
    }

    /** Whether the user may make one of several tiers. */
    public boolean isMerger() {
        return access.may(Action.MERGE);
    }

    /** Whether the user may change the tier of the record. */
    public boolean isWriter() {
        return may("EDIT");
    }

    /** Whether the user may delete the tier of the record. */
    public boolean isDeleter() {
        return may("DELETE");
    }

    /** @param action name of an {@link Action} with the tier of the record */
    public boolean may(String action) {
        return may(record.getId(), Action.valueOf(action));
    }

    public boolean may(long tierId, Action action) {
        return access.may(tierId, action);
    }
}
