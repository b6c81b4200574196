package fr.tiers.relation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TierAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What merge, delete, anonymise and export mean for the relations of a tier. */
@ApplicationScoped
public class RelationAttachment implements TierAttachment {

    private static final String OF_TIER = "(tier_id = :tier or other_id = :tier)";

    private final Db db;
    private final RelationRows rows;
    private final RelationMerge merge;

    protected RelationAttachment() {
        this(null, null, null);
    }

    @Inject
    public RelationAttachment(Db db, RelationRows rows, RelationMerge merge) {
        this.db = db;
        this.rows = rows;
        this.merge = merge;
    }

    @Override
    public String feature() {
        return "relation";
    }

    @Override
    public Set<String> tables() {
        return Set.of("tier_relation");
    }

    @Override
    public long count(long tierId) {
        var query = counting();
        return db.call(handle -> handle.createQuery(query.sql())
                .bind("tier", tierId)
                .bindMap(query.parameters())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<CountQuery> countQuery() {
        return Optional.of(counting());
    }

    /** Those the caller may know of: a number may not tell of a hidden tier either. */
    private CountQuery counting() {
        try {
            return rows.count();
        } catch (BusinessException e) {
            // nobody at all asks: nobody may know of any
            return new CountQuery("select count(*) from tier where id = :tier and false", Map.of());
        }
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }

    @Override
    public void delete(long tierId) {
        execute("delete from tier_relation where " + OF_TIER, tierId);
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        merge.move(fromTierId, toTierId);
    }

    /** Who is related to whom says nothing about a person whose name is gone; what was noted may. */
    @Override
    public void anonymise(long tierId) {
        execute(
                "update tier_relation set version = version + 1, note = null where note is not null and " + OF_TIER,
                tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        out.section(feature(), db.call(handle -> handle.createQuery(
                        """
                                select case when r.tier_id = :tier then y.label_fr else y.inverse_fr end as relation,
                                       t.code as other_code, t.name as other_name, r.from_date::text as from_date,
                                       r.to_date::text as to_date, r.note
                                from tier_relation r join relation_type y on y.code = r.type_code
                                join tier t on t.id = case when r.tier_id = :tier then r.other_id else r.tier_id end
                                where r.tier_id = :tier or r.other_id = :tier order by r.id
                                """)
                .bind("tier", tierId)
                .mapToMap()
                .list()));
    }

    private void execute(String sql, long tierId) {
        db.run(handle -> handle.createUpdate(sql).bind("tier", tierId).execute());
    }
}
