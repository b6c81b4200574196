package fr.tiers.merge;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Takes a merge of tiers back: the sources are there again, with everything that is still as the merge left it. */
@Stateless
@PermitAll
public class TierMergeUndo {

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    Merges merges;

    @Inject
    MergeJournal journal;

    @Inject
    Authors authors;

    @Inject
    History history;

    @Inject
    Clock clock;

    @Inject
    Event<TierTouched> touched;

    @Inject
    Event<Happening> happenings;

    /**
     * @param leaveChanged whether what was changed since may stay with the survivor
     * @throws BusinessException NOT_FOUND, FORBIDDEN; CONFLICT {@code merge-undone} the second time, {@code merge-survivor-gone},
     *     {@code merge-changed-since} with what was changed, {@code merge-not-undoable}; REFUSED {@code merge-too-old}
     */
    public MergeRun undo(long runId, boolean leaveChanged) {
        var run = merges.get(runId);
        long survivor = run.survivorId();
        if (!access.sees(survivor)) {
            throw new BusinessException(Kind.CONFLICT, "merge-survivor-gone", run.survivor());
        }
        access.require(survivor, Action.MERGE);
        access.require(survivor, Action.EDIT);
        lock(runId, survivor);
        // somebody may have been quicker
        run = merges.get(runId);
        if (run.undoneAt() != null) {
            throw new BusinessException(Kind.CONFLICT, "merge-undone", run.survivor());
        }
        if (run.undoableUntil() == null) {
            throw new BusinessException(Kind.REFUSED, "merge-too-old", Merges.UNDOABLE.toDays());
        }
        var author = new History.Author(authors.current().login(), "MERGE");
        var changed = journal.undo(runId, author.login());
        if (!changed.isEmpty() && !leaveChanged) {
            throw new BusinessException(
                    Kind.CONFLICT,
                    "merge-changed-since",
                    changed.stream().map(TierMergeUndo::violation).toList(),
                    run.survivor());
        }
        var back = run.sources().stream().map(MergeRun.Source::id).toList();
        requireBack(back, run);
        settle(run, back, author);
        return merges.get(runId);
    }

    private static Violation violation(MergeJournal.Changed row) {
        var what = row.label() == null ? row.table() : row.label();
        return new Violation(row.feature(), "merge-changed-since", what, String.join(", ", row.columns()));
    }

    private void lock(long runId, long survivor) {
        db.run(handle -> {
            handle.execute("set local lock_timeout = '3s'");
            handle.execute("select id from merge_run where id = ? for update", runId);
            handle.execute("select id from tier where id = ? for update", survivor);
        });
    }

    private void requireBack(List<Long> sources, MergeRun run) {
        long there = db.call(handle -> handle.createQuery("select count(*) from tier where id = any(:ids)")
                .bindArray("ids", Long.class, sources)
                .mapTo(Long.class)
                .one());
        if (there < sources.size()) {
            throw new BusinessException(Kind.CONFLICT, "merge-not-undoable", run.survivor());
        }
    }

    private void settle(MergeRun run, List<Long> back, History.Author author) {
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
        var names = run.sources().stream().map(MergeRun.Source::label).collect(Collectors.joining(", "));
        history.deleted(author, "merge", run.id(), run.survivorId(), names, Map.of("sources", names));
        back.forEach(id -> history.updated(author, "merge", run.id(), id, Map.of("into", run.survivor()), Map.of()));
        happenings.fire(new Happening(HappeningCode.MERGE_UNDONE, run.survivorId(), List.of(names), null, author));
        all.forEach(id -> touched.fire(new TierTouched(id)));
    }
}
