package fr.tiers.tier;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, delete, anonymise and export mean for the tags of a tier. */
@ApplicationScoped
public class TierTagAttachment extends TableAttachment {

    protected TierTagAttachment() {
        this(null);
    }

    @Inject
    public TierTagAttachment(Db db) {
        super(db, "tag", "tier_tag");
    }

    /** A tag that both wear is worn once. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                insert into tier_tag (tier_id, tag_id) select :to, tag_id from tier_tag where tier_id = :from
                on conflict do nothing
                """,
                fromTierId,
                toTierId);
        execute("delete from tier_tag where tier_id = :tier", fromTierId);
    }

    /** A tag is a word that people wrote about somebody. */
    @Override
    public void anonymise(long tierId) {
        delete(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select g.label from tier_tag k join tag g on g.id = k.tag_id where k.tier_id = :tier order by g.label_key
                """,
                tierId,
                out);
    }
}
