package fr.tiers.event;

import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.HiddenLines;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Who sees and who changes an event. It is seen with its tier, and by those it concerns whatever their tiers are: author, assignee,
 * participants, members of the group that has it. A private one is seen by those alone. What is about no tier is seen by those whom it
 * concerns and by whoever sees every tier.
 */
@ApplicationScoped
public class EventSight implements HiddenLines {

    private static final String CONCERNED =
            """
            (%1$s.assignee_id = %2$s or %1$s.author = (select x.login from app_user x where x.id = %2$s)
             or exists (select 1 from event_participant q where q.event_id = %1$s.id and q.user_id = %2$s)
             or %1$s.group_id in (select m.group_id from user_group_member m where m.user_id = %2$s))""";

    /** The same, from the other end: the events themselves. */
    private static final String OF_THE_CONCERNED =
            """
            select x.id from event x where x.assignee_id = %1$s
            union select x.id from event x where x.author = (select y.login from app_user y where y.id = %1$s)
            union select q.event_id from event_participant q where q.user_id = %1$s
            union select x.id from event x where x.group_id in (select m.group_id from user_group_member m where m.user_id = %1$s)""";

    private static final String FROM_BOTH_ENDS =
            """
            (select x.* from event x where x.tier_id = any(array(%1$s)) and (not x.private or %2$s)
             union all
             select x.* from event x where x.id = any(array(%3$s)) and (x.tier_id is null or x.tier_id not in (%1$s)))""";

    private final Db db;
    private final Callers callers;
    private final TierAccess tiers;

    protected EventSight() {
        this(null, null, null);
    }

    @Inject
    public EventSight(Db db, Callers callers, TierAccess tiers) {
        this.db = db;
        this.callers = callers;
        this.tiers = tiers;
    }

    /**
     * @param event alias of the table {@code event}
     * @return a boolean SQL expression; the number of the caller stands in it, as it is no text of anybody's
     */
    public String concerned(String event) {
        return CONCERNED.formatted(event, callers.current().userId());
    }

    /** Of an event of a tier that is visible already: whether it is not a private one of others. */
    public String shown(String event) {
        return callers.current().isSystem() ? "true" : "(not %s.private or %s)".formatted(event, concerned(event));
    }

    /**
     * @param event alias of the table {@code event}
     * @param tier alias of the table {@code tier}, joined from the left
     * @return a boolean SQL expression; its parameters are set by {@link #bind}
     */
    public String predicate(String event, String tier) {
        var caller = callers.current();
        if (caller.isSystem()) {
            return "true";
        }
        return predicate(Visibility.of(caller).ofRows(tier), concerned(event), event + ".private");
    }

    /** Whether {@link #all} reads less than a walk over the events that asks {@link #predicate} of each. */
    public boolean isPersonal() {
        return Visibility.of(callers.current()).isPersonal();
    }

    /**
     * What {@link #predicate} lets through, found from the tiers of the caller and from whom an event concerns: those of others are never
     * read.
     *
     * @return SQL in the place of the table; its parameters are set by {@link #bind}
     */
    public String all() {
        var caller = callers.current();
        return FROM_BOTH_ENDS.formatted(
                "select t.id from tier t where " + tier("t"),
                concerned("x"),
                OF_THE_CONCERNED.formatted(caller.userId()));
    }

    /** The rule itself, from what was found out before: for lists that show more of each event than whether it is seen. */
    public static String predicate(String tierSeen, String concerned, String isPrivate) {
        return "((%1$s or %2$s) and (not %3$s or %2$s))".formatted(tierSeen, concerned, isPrivate);
    }

    /** @return whether the tier may be seen, as SQL; its parameters are set by {@link #bind} */
    public String tier(String tier) {
        return Visibility.of(callers.current()).predicate(tier);
    }

    /** Sets what {@link #tier} and {@link #predicate} refer to. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        return Visibility.of(callers.current()).bind(statement);
    }

    /** A private event's lines are for those who see the event. */
    @Override
    public String shown() {
        return callers.current().isSystem()
                ? "true"
                : "(entity <> 'event' or not exists (select 1 from event v where v.id = entity_id and v.private and not "
                        + concerned("v") + "))";
    }

    @Override
    public Set<String> fields(String entity) {
        return Set.of();
    }

    /** Whether the caller may change the event, which is visible. */
    public boolean mayEdit(EventView event) {
        var caller = callers.current();
        if (event.code() != null) {
            return false;
        }
        return caller.isSystem()
                || owns(caller, event)
                || !event.readOnly()
                        && (event.tierId() == null
                                ? concerns(event.id())
                                : tiers.may(event.tierId(), Action.ATTACH) || concerns(event.id()));
    }

    private static boolean owns(Caller caller, EventView event) {
        return caller.login().equals(event.author()) || caller.login().equals(event.assignee());
    }

    private boolean concerns(long id) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from event v where v.id = :id and " + concerned("v") + ')')
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** @throws BusinessException FORBIDDEN when the caller sees the event and may not change it */
    void requireEditable(EventView event) {
        if (!mayEdit(event)) {
            throw new BusinessException(Kind.FORBIDDEN, event.code() == null ? "event-not-yours" : "event-of-system");
        }
    }
}
