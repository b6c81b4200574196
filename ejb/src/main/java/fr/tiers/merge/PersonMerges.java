package fr.tiers.merge;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.LinkUnion;
import fr.tiers.contact.People;
import fr.tiers.contact.PersonAttachment;
import fr.tiers.contact.PersonUnion;
import fr.tiers.contact.PersonView;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.TierTouched;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one person of several, as {@link TierMerges} makes one tier: the same steps, journal, preview and way back. */
@Stateless
@PermitAll
public class PersonMerges {

    @Inject
    TierAccess access;

    @Inject
    People people;

    @Inject
    PersonUnion union;

    @Inject
    PersonKind kind;

    @Inject
    MergeSteps steps;

    @Inject
    MergeJournal journal;

    @Inject
    PersonObstacles obstacles;

    @Inject
    LinkedRecords linked;

    @Inject
    Authors authors;

    @Inject
    History history;

    @Inject
    @Any
    Instance<PersonAttachment> attachments;

    @Inject
    Event<TierTouched> touched;

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
    public MergeResult<PersonView> merge(long survivorId, MergeCommand command) {
        var merging = begin(survivorId, command);
        var done = steps.merge(merging);
        tell(merging, done);
        return new MergeResult<>(done.run(), people.get(survivorId), done.moved(), done.deduplicated());
    }

    private Merging begin(long survivorId, MergeCommand command) {
        steps.requireAll(kind, survivorId, command);
        access.require(Action.MERGE);
        union.requireEditable(survivorId);
        command.from().forEach(this::requireSource);
        union.lockTiers(
                Stream.concat(Stream.of(survivorId), command.from().stream()).toList());
        steps.lock(kind, survivorId, command);
        var survivor = people.get(survivorId);
        var sources = command.from().stream().map(people::get).toList();
        var links = new LinkUnion(union.links(survivorId));
        var fields = new PersonFields(
                side(survivor, List.of()),
                sources.stream()
                        .map(source -> side(source, links.leftOver(inOrder(source))))
                        .toList(),
                command.take());
        return new Merging(
                kind,
                command,
                party(survivor),
                sources.stream().map(PersonMerges::party).toList(),
                fields.lines(),
                obstacles.between(survivor, sources),
                () -> move(survivorId, command.from()),
                () -> write(survivorId, fields),
                () -> null);
    }

    /** Their jobs change hands: at every tier of theirs. One the caller does not see is an obstacle and no secret. */
    private void requireSource(long id) {
        union.requireEditable(id);
        union.links(id).stream()
                .map(ContactLinkView::tierId)
                .distinct()
                .filter(access::sees)
                .forEach(tier -> {
                    access.require(tier, Action.MERGE);
                    access.require(tier, Action.EDIT);
                });
    }

    /** Only what the caller sees goes into words. */
    private static List<ContactLinkView> inOrder(PersonView person) {
        return person.links().stream()
                .sorted(Comparator.comparing(ContactLinkView::id))
                .toList();
    }

    private static MergePreview.Party party(PersonView person) {
        var tiers = person.links().stream()
                .map(ContactLinkView::tierName)
                .distinct()
                .collect(Collectors.joining(", "));
        return new MergePreview.Party(
                person.id(), null, person.fullName(), tiers.isEmpty() ? null : tiers, List.of(), person.version());
    }

    private static PersonFields.Side side(PersonView person, List<String> leftOver) {
        return new PersonFields.Side(person.id(), person.fullName(), person.toCommand(), leftOver);
    }

    private void move(long to, List<Long> sources) {
        var features = attachments.stream()
                .sorted(Comparator.comparing(PersonAttachment::feature))
                .toList();
        for (long from : sources) {
            for (var feature : features) {
                journal.part(feature.feature());
                feature.reattach(from, to);
            }
            journal.part(MergeJournal.OWN);
            linked.repoint(kind.name(), from, to);
            union.unite(from, to);
            remove(from);
        }
    }

    /** Nothing is lost silently. */
    private void remove(long from) {
        var left = linked.tablesPointing(kind.table(), from).stream()
                .map(table -> new Violation(table, "merge-left-behind", table))
                .toList();
        if (!left.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "merge-left-behind", left, from);
        }
        union.remove(from);
    }

    private void write(long id, PersonFields fields) {
        var present = people.get(id);
        var chosen = fields.applied(present.toCommand());
        if (!chosen.equals(present.toCommand())) {
            people.update(id, present.version(), chosen);
        }
        union.giveToTiers(id);
    }

    private void tell(Merging merging, MergeSteps.Done done) {
        var author = new History.Author(authors.current().login(), "MERGE");
        var names = MergeSteps.names(merging.sources());
        var into = merging.survivor().name();
        for (var tier : kind.tiersOf(List.of(merging.survivor().id()))) {
            history.created(author, PersonKind.ENTITY, done.run(), tier, Map.of("sources", names, "into", into));
            touched.fire(new TierTouched(tier));
        }
    }
}
