package fr.tiers.tier;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What the right to be forgotten means for the change log of a tier. The log outlives the tier, so a deletion leaves it alone; an erasure
 * leaves of it who changed which field when.
 */
@ApplicationScoped
public class TierTraces extends TraceAttachment {

    /** Codes and figures that say nothing about a person. */
    private static final List<String> HARMLESS = List.of(
            "agencies",
            "blocked",
            "companies",
            "culture",
            "currency",
            "kind",
            "language",
            "listingMode",
            "owner",
            "salesUnit",
            "status",
            "types",
            "underWatch");

    private final Db db;

    protected TierTraces() {
        this(null);
    }

    @Inject
    public TierTraces(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "history";
    }

    @Override
    public void delete(long tierId) {
        // the log says who has deleted the tier
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        // each keeps its own log: lines of two tiers in one could not be played backwards
    }

    @Override
    public void anonymise(long tierId) {
        db.run(handle -> {
            handle.createUpdate(
                            "update history_entry set snapshot = null where tier_id = :tier and snapshot is not null")
                    .bind("tier", tierId)
                    .execute();
            handle.createUpdate(
                            """
                            update history_entry set old_value = null, new_value = null
                            where tier_id = :tier and not (entity = 'tier' and field = any(:harmless))
                            """)
                    .bindArray("harmless", String.class, HARMLESS)
                    .bind("tier", tierId)
                    .execute();
        });
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        // the log is no data that the person has given
    }
}
