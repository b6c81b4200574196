package fr.tiers.history;

import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the change log of a tier: who changed what, filtered and by pages. For everybody who sees the tier. */
@Stateless
@PermitAll
public class ChangeLog {

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    LineRights rights;

    /**
     * @param before only lines older than this id; {@link Long#MAX_VALUE} for the newest
     * @return newest first
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see
     */
    public List<HistoryRow> lines(long tierId, HistoryFilter filter, long before, int limit) {
        access.requireVisible(tierId);
        return rows().page(tierId, filter, before, limit);
    }

    /** The same as a page of REST. */
    public Slice<HistoryRow> page(long tierId, HistoryFilter filter, long before, int limit) {
        var found = lines(tierId, filter, before, limit + 1);
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit ? String.valueOf(items.get(limit - 1).id()) : null;
        long total = rows().count(tierId, filter);
        return new Slice<>(items, next, total, total < Slice.COUNT_CAP);
    }

    /** @return what there is to filter by */
    public HistoryValues values(long tierId) {
        access.requireVisible(tierId);
        return rows().values(tierId);
    }

    private HistoryRows rows() {
        return new HistoryRows(db, rights.shown());
    }
}
