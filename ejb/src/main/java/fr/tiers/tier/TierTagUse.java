package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.kernel.Db;
import fr.tiers.tag.TagChange;
import fr.tiers.tag.TagTable;
import fr.tiers.tag.TagUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Tiers wear tags. Each tag that comes or goes is a line of the history and a new version of the tier. */
@ApplicationScoped
public class TierTagUse implements TagUse {

    static final TagTable TABLE = new TagTable("TIER", "tier_tag", "tier_id");

    private final Db db;
    private final Clock clock;
    private final TierAccess access;
    private final TierTagStore store;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected TierTagUse() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public TierTagUse(
            Db db, Clock clock, TierAccess access, TierTagStore store, Authors authors, Event<TierTouched> touched) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.store = store;
        this.authors = authors;
        this.touched = touched;
    }

    @Override
    public TagTable table() {
        return TABLE;
    }

    @Override
    public void requireVisible(long id) {
        access.requireVisible(id);
    }

    @Override
    public void requireEditable(long id) {
        access.require(id, Action.EDIT);
    }

    @Override
    public void changed(long id, TagChange change) {
        store.log(id, change.tag(), change.comes());
        db.run(handle -> handle.createUpdate(
                        "update tier set version = version + 1, updated_at = :now, updated_by = :by where id = :id")
                .bind("now", clock.instant())
                .bind("by", authors.current().login())
                .bind("id", id)
                .execute());
        touched.fire(new TierTouched(id));
    }

    @Override
    public void merged(long fromTagId, long toTagId, List<Long> tiers) {
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

    @Override
    public String list() {
        return "/tier/list.xhtml?status=ALL&tag=";
    }
}
