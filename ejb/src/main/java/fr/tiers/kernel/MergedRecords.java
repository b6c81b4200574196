package fr.tiers.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where the id of a record leads that became a part of another; {@code fr.tiers.merge} keeps the ledger. */
@ApplicationScoped
public class MergedRecords {

    private final Db db;

    protected MergedRecords() {
        this(null);
    }

    @Inject
    public MergedRecords(Db db) {
        this.db = db;
    }

    /**
     * @param kind as the ledger calls it: TIER, CONTACT
     * @return the record that is left after however many merges; whether the caller may know of it has to be asked
     */
    public Optional<Long> into(String kind, long id) {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive way as (
                            select into_id, 1 as step from merged_record where kind = :kind and id = :id
                            union all select m.into_id, way.step + 1
                            from way join merged_record m on m.kind = :kind and m.id = way.into_id)
                        select into_id from way order by step desc limit 1
                        """)
                .bind("kind", kind)
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
    }
}
