package fr.tiers.merge;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Tiers as records that can be merged. */
@ApplicationScoped
public class TierKind implements MergeKind {

    private final Db db;
    private final Clock clock;
    private final TierAccess access;
    private final History history;
    private final Event<TierTouched> touched;
    private final Event<Happening> happenings;

    protected TierKind() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public TierKind(
            Db db,
            Clock clock,
            TierAccess access,
            History history,
            Event<TierTouched> touched,
            Event<Happening> happenings) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.touched = touched;
        this.happenings = happenings;
    }

    @Override
    public String name() {
        return "TIER";
    }

    @Override
    public String table() {
        return "tier";
    }

    @Override
    public boolean sees(long id) {
        return access.sees(id);
    }

    @Override
    public void forget(long id) {
        access.forget(id);
    }

    @Override
    public void requireUndo(MergeRun run) {
        access.require(run.survivorId(), Action.MERGE);
        access.require(run.survivorId(), Action.EDIT);
    }

    @Override
    public void undone(MergeRun run, History.Author author) {
        var back = run.sources().stream().map(MergeRun.Source::id).toList();
        var all = LongStream.concat(
                        LongStream.of(run.survivorId()), back.stream().mapToLong(Long::longValue))
                .boxed()
                .toList();
        // whoever copies what was updated since a moment must hear of them
        db.run(handle -> handle.createUpdate(
                        "update tier set version = version + 1, updated_at = :now, updated_by = :login where id = any(:ids)")
                .bind("now", Timestamp.from(clock.instant()))
                .bind("login", author.login())
                .bindArray("ids", Long.class, all)
                .execute());
        var names = run.sourceNames();
        history.deleted(author, "merge", run.id(), run.survivorId(), names, Map.of("sources", names));
        back.forEach(id -> history.updated(author, "merge", run.id(), id, Map.of("into", run.survivor()), Map.of()));
        happenings.fire(new Happening(HappeningCode.MERGE_UNDONE, run.survivorId(), List.of(names), null, author));
        all.forEach(id -> touched.fire(new TierTouched(id)));
    }
}
