package fr.tiers.duplicate;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TierAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What merge, delete, anonymise and export mean for pairs, clusters and what was said of them. */
@ApplicationScoped
public class DuplicateAttachment implements TierAttachment {

    private static final String COUNT =
            "select count(*) from duplicate_verdict where tier_id = :tier or other_id = :tier";

    private final Db db;
    private final DuplicateClusters clusters;

    protected DuplicateAttachment() {
        this(null, null);
    }

    @Inject
    public DuplicateAttachment(Db db, DuplicateClusters clusters) {
        this.db = db;
        this.clusters = clusters;
    }

    @Override
    public String feature() {
        return "duplicate";
    }

    @Override
    public Set<String> tables() {
        return Set.of("duplicate_verdict", "duplicate_pair", "duplicate_member");
    }

    @Override
    public long count(long tierId) {
        return db.call(handle ->
                handle.createQuery(COUNT).bind("tier", tierId).mapTo(Long.class).one());
    }

    @Override
    public Optional<CountQuery> countQuery() {
        return Optional.of(new CountQuery(COUNT, Map.of()));
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }

    @Override
    public void delete(long tierId) {
        clusters.forget(tierId);
        db.run(handle ->
                handle.execute("delete from duplicate_verdict where tier_id = ? or other_id = ?", tierId, tierId));
    }

    /** What was said of the source holds for the survivor, unless it was said of these two; pairs of the source are settled by the merge. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        db.run(handle -> {
            handle.createUpdate(
                            """
                            insert into duplicate_verdict (tier_id, other_id, reason, author, at)
                            select least(:to, o.id), greatest(:to, o.id), v.reason, v.author, v.at
                            from duplicate_verdict v
                            cross join lateral (select case when v.tier_id = :from then v.other_id else v.tier_id end as id) o
                            where (v.tier_id = :from or v.other_id = :from) and o.id <> :to
                            on conflict on constraint duplicate_verdict_once do nothing
                            """)
                    .bind("from", fromTierId)
                    .bind("to", toTierId)
                    .execute();
            handle.execute("delete from duplicate_verdict where tier_id = ? or other_id = ?", fromTierId, fromTierId);
        });
        clusters.forget(fromTierId);
    }

    /** What somebody wrote as a reason may name a person. */
    @Override
    public void anonymise(long tierId) {
        db.run(handle -> handle.execute(
                "update duplicate_verdict set reason = null where reason is not null and (tier_id = ? or other_id = ?)",
                tierId,
                tierId));
        clusters.forget(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        out.section(feature(), db.call(handle -> handle.createQuery(
                        """
                                select reason, author, at::text as at from duplicate_verdict
                                where tier_id = :tier or other_id = :tier order by id
                                """)
                .bind("tier", tierId)
                .mapToMap()
                .list()));
    }
}
