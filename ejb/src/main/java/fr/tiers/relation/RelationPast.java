package fr.tiers.relation;

import fr.tiers.history.PastTable;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The relations of a tier, for a look at a past day; the names are those of {@link RelationView#values}. */
@ApplicationScoped
public class RelationPast extends PastTable {

    protected RelationPast() {
        this(null);
    }

    @Inject
    public RelationPast(Db db) {
        super(
                db,
                "relation",
                """
                select r.id, r.type_code as type, case when r.tier_id = :tier then 'FIRST' else 'SECOND' end as side,
                       case when r.tier_id = :tier then r.other_id else r.tier_id end as other, r.from_date as "from",
                       r.to_date as "to", r.note
                from tier_relation r
                where (r.tier_id = :tier or r.other_id = :tier) and (cast(:id as bigint) is null or r.id = :id) order by r.id
                """);
    }
}
