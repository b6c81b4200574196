package fr.tiers.merge;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Takes a merge back: the sources are there again, with everything that is still as the merge left it. */
@Stateless
@PermitAll
public class MergeUndo {

    @Inject
    Db db;

    @Inject
    Merges merges;

    @Inject
    MergeJournal journal;

    @Inject
    Authors authors;

    /**
     * @param leaveChanged whether what was changed since may stay with the survivor
     * @throws BusinessException NOT_FOUND, FORBIDDEN; CONFLICT {@code merge-undone} the second time, {@code merge-survivor-gone},
     *     {@code merge-changed-since} with what was changed, {@code merge-not-undoable}; REFUSED {@code merge-too-old}
     */
    public MergeRun undo(long runId, boolean leaveChanged) {
        var run = merges.get(runId);
        var kind = merges.kind(run);
        if (!kind.sees(run.survivorId())) {
            throw new BusinessException(Kind.CONFLICT, "merge-survivor-gone", run.survivor());
        }
        kind.requireUndo(run);
        lock(run, kind);
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
                    changed.stream().map(MergeUndo::violation).toList(),
                    run.survivor());
        }
        requireBack(run, kind);
        kind.undone(run, author);
        return merges.get(runId);
    }

    private static Violation violation(MergeJournal.Changed row) {
        var what = row.label() == null ? row.table() : row.label();
        return new Violation(row.feature(), "merge-changed-since", what, String.join(", ", row.columns()));
    }

    private void lock(MergeRun run, MergeKind kind) {
        db.run(handle -> {
            handle.execute("set local lock_timeout = '3s'");
            handle.execute("select id from merge_run where id = ? for update", run.id());
            handle.execute("select id from " + kind.table() + " where id = ? for update", run.survivorId());
        });
    }

    private void requireBack(MergeRun run, MergeKind kind) {
        var sources = run.sources().stream().map(MergeRun.Source::id).toList();
        long there =
                db.call(handle -> handle.createQuery("select count(*) from " + kind.table() + " where id = any(:ids)")
                        .bindArray("ids", Long.class, sources)
                        .mapTo(Long.class)
                        .one());
        if (there < sources.size()) {
            throw new BusinessException(Kind.CONFLICT, "merge-not-undoable", run.survivor());
        }
    }
}
