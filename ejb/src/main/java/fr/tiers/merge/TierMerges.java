package fr.tiers.merge;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Makes one tier of several: what hangs on the sources becomes the survivor's, feature by feature, then their rows go. A preview is the
 * same, rolled back: what it says is what will happen. Callers go through {@link Patience}, as somebody else may be at the same rows.
 */
@Stateless
@PermitAll
public class TierMerges {

    @Inject
    TierAccess access;

    @Inject
    TierService tiers;

    @Inject
    TierKind kind;

    @Inject
    MergeSteps steps;

    @Inject
    MergeJournal journal;

    @Inject
    TierObstacles obstacles;

    @Inject
    TierRemains remains;

    @Inject
    Authors authors;

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
            return steps.preview(begin(survivorId, command));
        } finally {
            context.setRollbackOnly();
        }
    }

    /**
     * @throws BusinessException as {@link #preview}; CONFLICT {@code merge-refused} with the reasons; CONFLICT {@code merge-changed}
     *     when something is no longer as the preview showed it; INVALID for values that break a rule
     */
    public MergeResult<TierView> merge(long survivorId, MergeCommand command) {
        var merging = begin(survivorId, command);
        var done = steps.merge(merging);
        tell(merging, done);
        return new MergeResult<>(done.run(), tiers.get(survivorId), done.moved(), done.deduplicated());
    }

    private Merging begin(long survivorId, MergeCommand command) {
        steps.requireAll(kind, survivorId, command);
        access.require(survivorId, Action.MERGE);
        access.require(survivorId, Action.EDIT);
        for (var from : command.from()) {
            access.require(from, Action.MERGE);
            access.require(from, Action.EDIT);
            access.require(from, Action.DELETE);
        }
        steps.lock(kind, survivorId, command);
        var survivor = tiers.get(survivorId);
        var sources = command.from().stream().map(tiers::get).toList();
        var fields = new MergeFields(
                side(survivor), sources.stream().map(TierMerges::side).toList(), command.take());
        return new Merging(
                kind,
                command,
                party(survivor),
                sources.stream().map(TierMerges::party).toList(),
                fields.lines(),
                obstacles.between(survivor, sources),
                () -> move(survivorId, command.from()),
                () -> write(survivorId, fields),
                () -> access.may(survivorId, Action.SEE_OUTSTANDING) ? obstacles.outstanding(survivorId) : null);
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

    private static MergeFields.Side side(TierView tier) {
        return new MergeFields.Side(tier.id(), party(tier).label(), TierMapping.toData(tier), tier.parentName());
    }

    /** Everything that hangs on the sources, then the sources themselves. */
    private void move(long to, List<Long> sources) {
        var features = attachments.stream()
                .sorted(Comparator.comparing(TierAttachment::feature))
                .toList();
        for (long from : sources) {
            for (var feature : features) {
                journal.part(feature.feature());
                feature.reattach(from, to);
            }
            journal.part(MergeJournal.OWN);
            remains.unite(from, to);
            remains.remove(from, features);
        }
    }

    private void write(long id, MergeFields fields) {
        var present = tiers.whole(id);
        var data = fields.applied(TierMapping.toData(present));
        if (!same(TierMapping.toData(present), data)) {
            tiers.update(id, present.version(), data);
        }
    }

    private static boolean same(TierData one, TierData other) {
        return TierFields.names(one, other).stream()
                .allMatch(name -> TierFields.text(one, name).equals(TierFields.text(other, name)));
    }

    private void tell(Merging merging, MergeSteps.Done done) {
        long to = merging.survivor().id();
        var author = new History.Author(authors.current().login(), "MERGE");
        var names = MergeSteps.names(merging.sources());
        history.created(author, "merge", done.run(), to, Map.of("sources", names));
        for (var from : merging.sources()) {
            history.updated(
                    author,
                    "merge",
                    done.run(),
                    from.id(),
                    Map.of(),
                    Map.of("into", merging.survivor().label()));
            access.forget(from.id());
        }
        long count = done.moved().values().stream().mapToLong(Long::longValue).sum();
        happenings.fire(new Happening(HappeningCode.MERGED, to, List.of(names, String.valueOf(count)), null, author));
        merged.fire(new TiersMerged(done.run(), to, merging.command().from()));
        touched.fire(new TierTouched(to));
    }
}
