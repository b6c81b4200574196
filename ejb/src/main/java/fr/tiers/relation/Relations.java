package fr.tiers.relation;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.LongStream;

/**
 * The typed relations between tiers. One exists for a caller who may see both its tiers; it is told in the change log of both. No two
 * of the same type between the same tiers are in force on one day.
 */
@Stateless
@PermitAll
public class Relations {

    private static final String ENTITY = "relation";

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    RelationRows rows;

    @Inject
    RelationTypes types;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /**
     * @param after cursor; null for the first page
     * @return from both sides; those in force first, then by type and name
     */
    public Slice<RelationView> ofTier(long tierId, RelationFilter filter, String after, int limit) {
        access.requireVisible(tierId);
        return rows.page(tierId, filter, after, limit, today());
    }

    /**
     * @param tierId from which it is to be seen; null for its first tier
     * @throws BusinessException NOT_FOUND also when one of its tiers is not the caller's to see
     */
    public RelationView get(long id, Long tierId) {
        return rows.find(id, tierId, today()).orElseThrow(() -> BusinessException.notFound(ENTITY, id));
    }

    /** @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see */
    public RelationView add(long tierId, RelationCommand command) {
        access.require(tierId, Action.EDIT);
        command.check(tierId);
        if (!access.sees(command.other())) {
            throw BusinessException.invalid("other", "unknown-reference", command.other());
        }
        var type = type(command.type(), null);
        long id = 0;
        lock(tierId, command.other());
        refuseDouble(id, tierId, command, type);
        var author = authors.current();
        id = rows.insert(tierId, command, type, author.login(), clock.instant());
        var added = get(id, tierId);
        history.created(author, ENTITY, id, tierId, added.values());
        history.created(author, ENTITY, id, command.other(), added.valuesOfOther());
        touch(added);
        return added;
    }

    /**
     * Replaces type, dates and note; the two tiers stay.
     *
     * @param tierId from which the command is meant; null for the first tier
     * @throws BusinessException STALE when somebody else has changed it since; INVALID with every violation
     */
    public RelationView update(long id, Long tierId, long version, RelationCommand wish) {
        var before = editable(id, tierId, version);
        long tier = before.tier();
        var command =
                new RelationCommand(wish.type(), before.other().id(), wish.side(), wish.from(), wish.to(), wish.note());
        command.check(tier);
        var type = type(command.type(), before.type());
        lock(tier, command.other());
        refuseDouble(id, tier, command, type);
        if (!rows.update(id, version, tier, command, type)) {
            throw BusinessException.stale(ENTITY, id);
        }
        var after = get(id, tier);
        var author = authors.current();
        history.updated(author, ENTITY, id, tier, before.values(), after.values());
        history.updated(author, ENTITY, id, command.other(), before.valuesOfOther(), after.valuesOfOther());
        touch(after);
        return after;
    }

    /**
     * Says that the relation is over; it stays with all it says.
     *
     * @param last day in force; today when null
     */
    public RelationView end(long id, Long tierId, long version, LocalDate last) {
        var before = get(id, tierId);
        var day = last == null ? today() : last;
        var command = before.toCommand();
        return update(
                id,
                before.tier(),
                version,
                new RelationCommand(
                        command.type(), command.other(), command.side(), command.from(), day, command.note()));
    }

    /** For a relation entered by mistake; one that is over is ended. */
    public void delete(long id, long version) {
        var before = editable(id, null, version);
        if (!rows.delete(id, version)) {
            throw BusinessException.stale(ENTITY, id);
        }
        var author = authors.current();
        history.deleted(author, ENTITY, id, before.tier(), before.labelFr(), before.values());
        history.deleted(author, ENTITY, id, before.other().id(), before.labelFr(), before.valuesOfOther());
        touch(before);
    }

    /** Whoever may change one of the two may change what they have in common. */
    private RelationView editable(long id, Long tierId, long version) {
        var relation = get(id, tierId);
        try {
            access.require(relation.tier(), Action.EDIT);
        } catch (BusinessException notThere) {
            access.require(relation.other().id(), Action.EDIT);
        }
        if (relation.version() != version) {
            throw BusinessException.stale(ENTITY, id);
        }
        return relation;
    }

    /** A type that is no longer offered may stay, but not come new. */
    private RelationType type(String code, String before) {
        return types.all().stream()
                .filter(type -> type.code().equals(code)
                        && (type.active() || type.code().equals(before)))
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid("type", "unknown-reference", code));
    }

    /** Two at once: the second waits here and sees what the first has done. The same order everywhere, so nobody waits in a circle. */
    private void lock(long tierId, long otherId) {
        LongStream.of(tierId, otherId)
                .sorted()
                .forEach(id ->
                        db.run(handle -> handle.execute("select 1 from tier where id = ? for no key update", id)));
    }

    private void refuseDouble(long self, long tierId, RelationCommand command, RelationType type) {
        if (rows.overlaps(self, tierId, command, type)) {
            throw new BusinessException(Kind.CONFLICT, "relation-double", type.labelFr());
        }
    }

    private void touch(RelationView relation) {
        touched.fire(new TierTouched(relation.tier()));
        touched.fire(new TierTouched(relation.other().id()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
