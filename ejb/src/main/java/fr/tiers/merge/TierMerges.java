package fr.tiers.merge;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.TierAttachment;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFields;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierTouched;
import fr.tiers.tier.TierView;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one tier of several: what hangs on the sources becomes the survivor's, feature by feature, then their rows go. A preview is the
 * same, rolled back: what it says is what will happen. Callers go through {@link Patience}, as somebody else may be at the same rows.
 */
@Stateless
@PermitAll
public class TierMerges {

    static final String KIND = "TIER";

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    TierService tiers;

    @Inject
    MergeJournal journal;

    @Inject
    TierObstacles obstacles;

    @Inject
    TierRemains remains;

    @Inject
    Authors authors;

    @Inject
    Source source;

    @Inject
    History history;

    @Inject
    @Any
    Instance<TierAttachment> attachments;

    @Inject
    Event<TierTouched> touched;

    @Inject
    Event<TiersMerged> merged;

    @Inject
    Event<Happening> happenings;

    @Resource
    SessionContext context;

    /**
     * What a merge would do. Nothing is left of it.
     *
     * @throws BusinessException NOT_FOUND, FORBIDDEN; INVALID on {@code from} and {@code take}; CONFLICT {@code merge-already-merged}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public MergePreview preview(long survivorId, MergeCommand command) {
        try {
            var run = begin(survivorId, command);
            if (run.refusals.stream().anyMatch(refusal -> !refusal.forceable())) {
                return run.preview(List.of(), List.of(), null, null);
            }
            var owed = obstacles.outstanding(survivorId);
            move(run);
            var outstanding = owed(survivorId, owed);
            var fingerprint = run.fingerprint(journal);
            var volumes = journal.volumes(run.id, "tier");
            return run.preview(volumes, violations(run), outstanding, fingerprint);
        } finally {
            context.setRollbackOnly();
        }
    }

    private MergePreview.Outstanding owed(long survivorId, MergePreview.Outstanding before) {
        if (!access.may(survivorId, Action.SEE_OUTSTANDING)) {
            return null;
        }
        var after = obstacles.outstanding(survivorId);
        return after == null
                ? null
                : new MergePreview.Outstanding(
                        before == null ? BigDecimal.ZERO : before.before(), after.before(), after.currency());
    }

    private List<Violation> violations(Run run) {
        try {
            write(run);
            return List.of();
        } catch (BusinessException e) {
            return e.violations().isEmpty()
                    ? List.of(new Violation("survivor", e.code(), e.arguments().toArray()))
                    : e.violations();
        }
    }

    /**
     * @throws BusinessException as {@link #preview}; CONFLICT {@code merge-refused} with the reasons; CONFLICT {@code merge-changed}
     *     when something is no longer as the preview showed it; INVALID for values that break a rule
     */
    public MergeResult<TierView> merge(long survivorId, MergeCommand command) {
        var run = begin(survivorId, command);
        refuse(run);
        move(run);
        if (command.fingerprint() != null && !command.fingerprint().equals(run.fingerprint(journal))) {
            throw new BusinessException(Kind.CONFLICT, "merge-changed", run.survivor.name());
        }
        write(run);
        var volumes = journal.volumes(run.id, "tier");
        journal.close();
        var moved = counts(volumes.stream().collect(Collectors.toMap(MergeVolume::feature, MergeVolume::moved)));
        var gone = counts(volumes.stream().collect(Collectors.toMap(MergeVolume::feature, MergeVolume::deduplicated)));
        journal.settle(run.id, moved, gone);
        tell(run, moved, gone);
        return new MergeResult<>(run.id, tiers.get(survivorId), moved, gone);
    }

    private static Map<String, Long> counts(Map<String, Long> all) {
        var counts = new TreeMap<>(all);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** One merge on its way. */
    private static final class Run {
        private final TierView survivor;
        private final List<TierView> sources;
        private final MergeFields fields;
        private final List<MergeRefusal> refusals;
        private final MergeCommand command;
        private long id;

        Run(
                TierView survivor,
                List<TierView> sources,
                MergeFields fields,
                List<MergeRefusal> refusals,
                MergeCommand command) {
            this.survivor = survivor;
            this.sources = sources;
            this.fields = fields;
            this.refusals = refusals;
            this.command = command;
        }

        List<Long> sourceIds() {
            return sources.stream().map(TierView::id).toList();
        }

        /** Versions of the tiers themselves, and everything that was there before. */
        String fingerprint(MergeJournal journal) {
            var versions = Stream.concat(Stream.of(survivor), sources.stream())
                    .map(tier -> tier.id() + "." + tier.version())
                    .collect(Collectors.joining("-"));
            return versions + '-' + journal.fingerprint(id);
        }

        MergePreview preview(
                List<MergeVolume> volumes,
                List<Violation> violations,
                MergePreview.Outstanding outstanding,
                String fingerprint) {
            return new MergePreview(
                    party(survivor),
                    sources.stream().map(Run::party).toList(),
                    fields.lines(),
                    volumes,
                    refusals,
                    violations,
                    outstanding,
                    fingerprint);
        }

        private static MergePreview.Party party(TierView tier) {
            return new MergePreview.Party(
                    tier.id(),
                    tier.code(),
                    tier.name(),
                    tier.address() == null ? null : tier.address().city(),
                    tier.types(),
                    tier.version());
        }
    }

    private Run begin(long survivorId, MergeCommand command) {
        check(survivorId, command);
        access.requireVisible(survivorId);
        command.from().forEach(this::requireVisible);
        access.require(survivorId, Action.MERGE);
        access.require(survivorId, Action.EDIT);
        for (var from : command.from()) {
            access.require(from, Action.MERGE);
            access.require(from, Action.EDIT);
            access.require(from, Action.DELETE);
        }
        lock(survivorId, command.from());
        var survivor = tiers.get(survivorId);
        var sources = command.from().stream().map(tiers::get).toList();
        var fields = new MergeFields(
                side(survivor), sources.stream().map(TierMerges::side).toList(), command.take());
        return new Run(survivor, sources, fields, obstacles.between(survivor, sources), command);
    }

    private static void check(long survivorId, MergeCommand command) {
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
    }

    private void requireVisible(long id) {
        if (access.sees(id)) {
            return;
        }
        remains.intoWhat(id).filter(access::sees).ifPresent(into -> {
            throw new BusinessException(Kind.CONFLICT, "merge-already-merged", id, into);
        });
        throw BusinessException.notFound("tier", id);
    }

    /** In one order whoever merges what, so that two merges wait for each other and never both. */
    private void lock(long survivorId, List<Long> from) {
        var ids = Stream.concat(Stream.of(survivorId), from.stream()).toList();
        var found = db.call(handle -> {
            handle.execute("set local lock_timeout = '3s'");
            return handle.createQuery("select id from tier where id = any(:ids) order by id for update")
                    .bindArray("ids", Long.class, ids)
                    .mapTo(Long.class)
                    .set();
        });
        for (var id : ids) {
            if (!found.contains(id)) {
                // somebody was quicker while we waited
                access.forget(id);
                requireVisible(id);
            }
        }
    }

    private void refuse(Run run) {
        var command = run.command;
        var standing = run.refusals.stream()
                .filter(refusal -> !(refusal.forceable() && command.force()))
                .toList();
        if (!standing.isEmpty()) {
            throw new BusinessException(
                    Kind.CONFLICT,
                    "merge-refused",
                    standing.stream().map(MergeRefusal::violation).toList(),
                    run.survivor.name());
        }
        boolean overruled = !run.refusals.isEmpty();
        new Checks()
                .holds(
                        !overruled
                                || command.reason() != null && !command.reason().isBlank(),
                        "reason",
                        "required")
                .text("reason", command.reason(), 2000)
                .refuse();
    }

    /** Everything that hangs on the sources, then the sources themselves. */
    private void move(Run run) {
        long to = run.survivor.id();
        run.id = journal.open(
                KIND,
                to,
                label(run.survivor),
                run.sources.stream()
                        .map(from -> new MergeJournal.Source(from.id(), label(from)))
                        .toList(),
                authors.current(),
                run.refusals.isEmpty() ? null : run.command.reason());
        var features = attachments.stream()
                .sorted(Comparator.comparing(TierAttachment::feature))
                .toList();
        for (long from : run.sourceIds()) {
            for (var feature : features) {
                journal.part(feature.feature());
                feature.reattach(from, to);
            }
            journal.part(MergeJournal.OWN);
            remains.unite(from, to);
            remains.remove(from, features);
        }
    }

    static String label(TierView tier) {
        return tier.code() + ' ' + tier.name();
    }

    private static MergeFields.Side side(TierView tier) {
        return new MergeFields.Side(tier.id(), label(tier), TierMapping.toData(tier), tier.parentName());
    }

    /** The values that were chosen, by the way that every change takes: its rules, rights and log are those of the form. */
    private void write(Run run) {
        long id = run.survivor.id();
        var present = tiers.whole(id);
        var data = run.fields.applied(TierMapping.toData(present));
        if (same(TierMapping.toData(present), data)) {
            return;
        }
        var path = source.name();
        source.set("MERGE");
        try {
            tiers.update(id, present.version(), data);
        } finally {
            source.set(path);
        }
    }

    private static boolean same(TierData one, TierData other) {
        return TierFields.names(one, other).stream()
                .allMatch(name -> TierFields.text(one, name).equals(TierFields.text(other, name)));
    }

    private void tell(Run run, Map<String, Long> moved, Map<String, Long> gone) {
        long to = run.survivor.id();
        var login = authors.current();
        var author = new History.Author(login.login(), "MERGE");
        var names = run.sources.stream().map(TierMerges::label).collect(Collectors.joining(", "));
        history.created(author, "merge", run.id, to, Map.of("sources", names));
        for (var from : run.sources) {
            history.updated(author, "merge", run.id, from.id(), Map.of(), Map.of("into", label(run.survivor)));
            access.forget(from.id());
        }
        long count = moved.values().stream().mapToLong(Long::longValue).sum();
        happenings.fire(new Happening(HappeningCode.MERGED, to, List.of(names, String.valueOf(count)), null, author));
        merged.fire(new TiersMerged(run.id, to, run.sourceIds()));
        touched.fire(new TierTouched(to));
    }
}
