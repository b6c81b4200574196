package fr.tiers.tier;

import fr.tiers.kernel.Db;
import fr.tiers.tag.TagUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** The tags of tiers, as the administration of tags sees them. */
@ApplicationScoped
public class TierTagUse implements TagUse {

    static final String OBJECT = "TIER";

    private final Db db;
    private final Event<TierTouched> touched;

    protected TierTagUse() {
        this(null, null);
    }

    @Inject
    public TierTagUse(Db db, Event<TierTouched> touched) {
        this.db = db;
        this.touched = touched;
    }

    @Override
    public String object() {
        return OBJECT;
    }

    @Override
    public long count(long tagId) {
        return db.call(handle -> handle.createQuery("select count(*) from tier_tag where tag_id = :tag")
                .bind("tag", tagId)
                .mapTo(Long.class)
                .one());
    }

    /** The word changes for all who see it, so the history of each tier stays as it is: it says who put which tag there. */
    @Override
    public void reattach(long fromTagId, long toTagId) {
        var tiers = db.call(handle -> {
            handle.createUpdate(
                            """
                            insert into tier_tag (tier_id, tag_id) select tier_id, :to from tier_tag where tag_id = :from
                            on conflict do nothing
                            """)
                    .bind("from", fromTagId)
                    .bind("to", toTagId)
                    .execute();
            return handle.createQuery("delete from tier_tag where tag_id = :from returning tier_id")
                    .bind("from", fromTagId)
                    .mapTo(Long.class)
                    .list();
        });
        // else a look at a past day would not know the one by the other
        db.run(handle -> handle.createUpdate(
                        """
                        update history_entry set snapshot = jsonb_build_object('key', cast(:to as text))
                        where tier_id = any(:tiers) and entity = 'tier' and field = 'tags'
                          and snapshot = jsonb_build_object('key', cast(:from as text))
                        """)
                .bind("from", String.valueOf(fromTagId))
                .bind("to", String.valueOf(toTagId))
                .bindArray("tiers", Long.class, tiers)
                .execute());
        tiers.forEach(tier -> touched.fire(new TierTouched(tier)));
    }
}
