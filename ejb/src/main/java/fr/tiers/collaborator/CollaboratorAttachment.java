package fr.tiers.collaborator;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What merge, delete, anonymise and export mean for those who work on a tier. */
@ApplicationScoped
public class CollaboratorAttachment extends TableAttachment {

    private final Db db;

    protected CollaboratorAttachment() {
        this(null);
    }

    @Inject
    public CollaboratorAttachment(Db db) {
        super(db, "collaborator", "tier_collaborator");
        this.db = db;
    }

    @Override
    public Set<String> tables() {
        return Set.of("tier_collaborator", "tier_representative");
    }

    /** People: who collaborates and represents today counts once. */
    @Override
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select count(*) from (
                            select user_id from tier_collaborator where tier_id = :tier
                            union select user_id from tier_representative where tier_id = :tier) people
                        """)
                .bind("tier", tierId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void delete(long tierId) {
        for (var table : tables()) {
            execute("delete from " + table + " where tier_id = :tier", tierId);
        }
    }

    /**
     * Whoever works on both sides keeps the type of the one that stays. The shares of the one that stays hold; those who come from the
     * other side keep theirs only when there was nobody before.
     */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                delete from tier_collaborator f using tier_collaborator t
                where f.tier_id = :from and t.tier_id = :to and t.user_id = f.user_id
                """,
                fromTierId,
                toTierId);
        move(
                "update tier_collaborator set tier_id = :to, version = version + 1 where tier_id = :from",
                fromTierId,
                toTierId);
        move(
                """
                delete from tier_representative f using tier_representative t
                where f.tier_id = :from and t.tier_id = :to and t.user_id = f.user_id
                  and coalesce(t.from_date, '-infinity') <= coalesce(f.from_date, '-infinity')
                  and coalesce(t.to_date, 'infinity') >= coalesce(f.to_date, 'infinity')
                """,
                fromTierId,
                toTierId);
        move(
                """
                update tier_representative set tier_id = :to,
                       share = case when exists (select 1 from tier_representative k where k.tier_id = :to) then null else share end
                where tier_id = :from
                """,
                fromTierId,
                toTierId);
        execute("update tier set representation_version = representation_version + 1 where id = :tier", toTierId);
    }

    /** Our own people are no data of the tier. */
    @Override
    public void anonymise(long tierId) {}

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select u.display_name as name, k.type from tier_collaborator k join app_user u on u.id = k.user_id
                where k.tier_id = :tier order by u.display_name
                """,
                tierId,
                out);
        section(
                "representative",
                """
                select u.display_name as name, r.share, r.from_date::text as from_date, r.to_date::text as to_date
                from tier_representative r join app_user u on u.id = r.user_id where r.tier_id = :tier order by r.id
                """,
                tierId,
                out);
    }
}
