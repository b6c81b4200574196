package fr.tiers.merge;

import fr.tiers.history.Authors;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.MergedRecords;
import fr.tiers.kernel.Violation;
import fr.tiers.merge.MergePreview.Outstanding;
import fr.tiers.merge.MergePreview.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a merge is, whatever is merged: who takes part, in which order what is done, what is written in the ledger. */
@ApplicationScoped
public class MergeSteps {

    private final Db db;
    private final MergeJournal journal;
    private final MergedRecords merged;
    private final Authors authors;
    private final Source source;

    protected MergeSteps() {
        this(null, null, null, null, null);
    }

    @Inject
    public MergeSteps(Db db, MergeJournal journal, MergedRecords merged, Authors authors, Source source) {
        this.db = db;
        this.journal = journal;
        this.merged = merged;
        this.authors = authors;
        this.source = source;
    }

    /** What was done, for the answer and the logs. */
    record Done(long run, Map<String, Long> moved, Map<String, Long> deduplicated) {}

    /**
     * That all who are named can take part.
     *
     * @throws BusinessException INVALID on {@code from}; NOT_FOUND; CONFLICT {@code merge-already-merged}
     */
    void requireAll(MergeKind kind, long survivorId, MergeCommand command) {
        var from = command.from();
        if (from.isEmpty()) {
            throw BusinessException.invalid("from", "required");
        }
        if (from.size() > MergeCommand.MAX_SOURCES || from.stream().distinct().count() < from.size()) {
            throw BusinessException.invalid("from", "too-many", MergeCommand.MAX_SOURCES);
        }
        if (from.contains(survivorId)) {
            throw BusinessException.invalid("from", "merge-self");
        }
        if (!kind.sees(survivorId)) {
            throw BusinessException.notFound(kind.table(), survivorId);
        }
        from.forEach(id -> requireVisible(kind, id));
    }

    private void requireVisible(MergeKind kind, long id) {
        if (kind.sees(id)) {
            return;
        }
        merged.into(kind.name(), id).filter(kind::sees).ifPresent(into -> {
            throw new BusinessException(Kind.CONFLICT, "merge-already-merged", id, into);
        });
        throw BusinessException.notFound(kind.table(), id);
    }

    /** In one order whoever merges what, so that two merges wait for each other and never both. */
    void lock(MergeKind kind, long survivorId, MergeCommand command) {
        var ids = Stream.concat(Stream.of(survivorId), command.from().stream()).toList();
        var found = db.call(handle -> {
            handle.execute("set local lock_timeout = '3s'");
            return handle.createQuery("select id from " + kind.table() + " where id = any(:ids) order by id for update")
                    .bindArray("ids", Long.class, ids)
                    .mapTo(Long.class)
                    .set();
        });
        for (var id : ids) {
            if (!found.contains(id)) {
                // somebody was quicker while we waited
                kind.forget(id);
                requireVisible(kind, id);
            }
        }
    }

    /** Does it all, for the caller to roll back. */
    MergePreview preview(Merging merging) {
        if (merging.refusals().stream().anyMatch(refusal -> !refusal.forceable())) {
            return preview(merging, List.of(), List.of(), null, null);
        }
        var before = merging.owed().get();
        long run = move(merging);
        var after = merging.owed().get();
        var outstanding = after == null
                ? null
                : new Outstanding(before == null ? BigDecimal.ZERO : before.before(), after.before(), after.currency());
        var fingerprint = fingerprint(merging, run);
        var volumes = journal.volumes(run, merging.kind().table());
        return preview(merging, volumes, violations(merging), outstanding, fingerprint);
    }

    private static MergePreview preview(
            Merging merging,
            List<MergeVolume> volumes,
            List<Violation> violations,
            Outstanding outstanding,
            String fingerprint) {
        return new MergePreview(
                merging.survivor(),
                merging.sources(),
                merging.lines(),
                volumes,
                merging.refusals(),
                violations,
                outstanding,
                fingerprint);
    }

    private List<Violation> violations(Merging merging) {
        try {
            write(merging);
            return List.of();
        } catch (BusinessException e) {
            return e.violations().isEmpty()
                    ? List.of(new Violation("survivor", e.code(), e.arguments().toArray()))
                    : e.violations();
        }
    }

    /**
     * @throws BusinessException CONFLICT {@code merge-refused} with the reasons; CONFLICT {@code merge-changed} when something is no
     *     longer as the preview showed it; INVALID for values that break a rule
     */
    Done merge(Merging merging) {
        refuse(merging);
        long run = move(merging);
        var confirmed = merging.command().fingerprint();
        if (confirmed != null && !confirmed.equals(fingerprint(merging, run))) {
            throw new BusinessException(
                    Kind.CONFLICT, "merge-changed", merging.survivor().name());
        }
        write(merging);
        var volumes = journal.volumes(run, merging.kind().table());
        journal.close();
        var moved = counts(volumes.stream().collect(Collectors.toMap(MergeVolume::feature, MergeVolume::moved)));
        var gone = counts(volumes.stream().collect(Collectors.toMap(MergeVolume::feature, MergeVolume::deduplicated)));
        journal.settle(run, moved, gone);
        return new Done(run, moved, gone);
    }

    private static Map<String, Long> counts(Map<String, Long> all) {
        var counts = new TreeMap<>(all);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static void refuse(Merging merging) {
        var command = merging.command();
        var standing = merging.refusals().stream()
                .filter(refusal -> !(refusal.forceable() && command.force()))
                .toList();
        if (!standing.isEmpty()) {
            throw new BusinessException(
                    Kind.CONFLICT,
                    "merge-refused",
                    standing.stream().map(MergeRefusal::violation).toList(),
                    merging.survivor().name());
        }
        boolean overruled = !merging.refusals().isEmpty();
        new Checks()
                .holds(
                        !overruled
                                || command.reason() != null && !command.reason().isBlank(),
                        "reason",
                        "required")
                .text("reason", command.reason(), 2000)
                .refuse();
    }

    private long move(Merging merging) {
        long run = journal.open(
                merging.kind().name(),
                merging.survivor().id(),
                merging.survivor().label(),
                merging.sources().stream()
                        .map(from -> new MergeJournal.Source(from.id(), from.label()))
                        .toList(),
                authors.current(),
                merging.refusals().isEmpty() ? null : merging.command().reason());
        merging.move().run();
        return run;
    }

    private void write(Merging merging) {
        var path = source.name();
        source.set("MERGE");
        try {
            merging.write().run();
        } finally {
            source.set(path);
        }
    }

    /** Versions of the records themselves, and everything that was there before. */
    private String fingerprint(Merging merging, long run) {
        var versions = Stream.concat(Stream.of(merging.survivor()), merging.sources().stream())
                .map(party -> party.id() + "." + party.version())
                .collect(Collectors.joining("-"));
        return versions + '-' + journal.fingerprint(run);
    }

    static String names(List<Party> parties) {
        return parties.stream().map(Party::label).collect(Collectors.joining(", "));
    }
}
