package fr.tiers.merge;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.PersonUnion;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Contacts as records that can be merged. */
@ApplicationScoped
public class PersonKind implements MergeKind {

    static final String ENTITY = "contactmerge";

    private final Db db;
    private final Clock clock;
    private final TierAccess access;
    private final PersonUnion union;
    private final History history;
    private final Event<TierTouched> touched;

    protected PersonKind() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public PersonKind(
            Db db, Clock clock, TierAccess access, PersonUnion union, History history, Event<TierTouched> touched) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.union = union;
        this.history = history;
        this.touched = touched;
    }

    @Override
    public String name() {
        return "CONTACT";
    }

    @Override
    public String table() {
        return "contact";
    }

    @Override
    public boolean sees(long id) {
        return union.sees(id);
    }

    @Override
    public void forget(long id) {
        // nothing is kept of what was found out about people
    }

    /** As for the merge itself: at every tier where it has changed who works there. */
    @Override
    public void requireUndo(MergeRun run) {
        access.require(Action.MERGE);
        union.requireEditable(run.survivorId());
        var tiers = db.call(handle -> handle.createQuery(
                        """
                        select l.tier_id from merge_row r join contact_link l on l.id = cast(r.key ->> 'id' as bigint)
                        where r.run_id = :run and r.table_name = 'contact_link' and jsonb_exists(r.before, 'contact_id')
                        union
                        select cast(r.before ->> 'tier_id' as bigint) from merge_row r
                        where r.run_id = :run and r.table_name = 'contact_link' and r.op = 'DELETE'
                        """)
                .bind("run", run.id())
                .mapTo(Long.class)
                .list());
        for (var tier : tiers) {
            access.require(tier, Action.MERGE);
            access.require(tier, Action.EDIT);
        }
    }

    @Override
    public void undone(MergeRun run, History.Author author) {
        var people = Stream.concat(
                        Stream.of(run.survivorId()), run.sources().stream().map(MergeRun.Source::id))
                .toList();
        db.run(handle -> handle.createUpdate(
                        "update contact set version = version + 1, updated_at = :now where id = any(:ids)")
                .bind("now", clock.instant())
                .bindArray("ids", Long.class, people)
                .execute());
        var names = run.sourceNames();
        for (var tier : tiersOf(people)) {
            history.deleted(author, ENTITY, run.id(), tier, names, Map.of("sources", names));
            touched.fire(new TierTouched(tier));
        }
    }

    /** Where any of them works. */
    TreeSet<Long> tiersOf(List<Long> people) {
        var tiers = new TreeSet<Long>();
        people.forEach(
                id -> union.links(id).stream().map(ContactLinkView::tierId).forEach(tiers::add));
        return tiers;
    }
}
