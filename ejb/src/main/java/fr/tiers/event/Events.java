package fr.tiers.event;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Records;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The events: of a tier, or of nobody but those they concern. */
@Stateless
@PermitAll
public class Events {

    /** A tier rarely has more; older ones come with the timeline's paging. */
    public static final int MAX_EVENTS = 500;

    @Inject
    EventRows rows;

    @Inject
    EventWriter writer;

    @Inject
    EventRules rules;

    @Inject
    EventSight sight;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    @Inject
    Event<EventChanged> changed;

    /** @return latest first, what is planned before what has been; at most {@link #MAX_EVENTS} */
    public List<EventView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return rows.select(
                "where e.tier_id = :tierId and " + sight.shown("e")
                        + " order by e.starts_at desc, e.id desc limit :limit",
                query -> query.bind("tierId", tierId).bind("limit", MAX_EVENTS));
    }

    /** @throws BusinessException NOT_FOUND for an event that is not the caller's to see */
    public EventView get(long id) {
        return rows.select("where e.id = :id and " + sight.predicate("e", "t"), query -> query.bind("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("event", id));
    }

    /** Whether the caller may change what {@link #get} has read. */
    public boolean mayEdit(EventView event) {
        return sight.mayEdit(event);
    }

    /** @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see */
    public EventView add(long tierId, EventCommand command) {
        return create(tierId, command);
    }

    /**
     * @param tierId null for an event that is about no tier
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see
     */
    public EventView create(Long tierId, EventCommand command) {
        return create(tierId, command, null);
    }

    /**
     * An event of a series.
     *
     * @param place in its series; null for an event that stands alone
     */
    public EventView create(Long tierId, EventCommand command, SeriesPlace place) {
        if (tierId != null) {
            access.requireEditable(tierId);
        }
        var settled = rules.settle(tierId, command, null);
        var author = authors.current();
        long id = writer.insert(tierId, settled, author.login());
        writer.participants(id, List.of(), command.meetingOrNone().participants());
        if (place != null) {
            writer.place(id, place);
        }
        var event = stored(id);
        if (tierId != null) {
            history.created(author, "event", id, tierId, EventRows.values(event));
        }
        tell(null, event);
        return event;
    }

    /**
     * Writes what the command says. Whom it does not name as assignee stays, unless a group gets it; the tier stays in any case.
     *
     * @throws BusinessException NOT_FOUND, FORBIDDEN; INVALID with every violation; STALE with the version
     */
    public EventView update(long id, long version, EventCommand command) {
        return update(id, version, get(id).tierId(), command);
    }

    /**
     * As {@link #update(long, long, EventCommand)}, and hangs it on this tier: rights are asked for the one it leaves as well.
     *
     * @param tierId null for an event that is about no tier
     */
    public EventView update(long id, long version, Long tierId, EventCommand command) {
        var before = get(id);
        sight.requireEditable(before);
        if (before.version() != version) {
            throw BusinessException.stale("event", id);
        }
        if (!Objects.equals(before.tierId(), tierId)) {
            requireBoth(before.tierId(), tierId);
        }
        var settled = rules.settle(tierId, command, before);
        var author = authors.current();
        writer.update(id, version, tierId, settled, author.login(), isMoved(before, settled));
        if (before.meeting() != null && command.meeting() != null) {
            writer.participants(
                    id, before.meeting().participants(), command.meeting().participants());
        }
        var after = stored(id);
        log(author, before, after);
        tell(before, after);
        return after;
    }

    /** Another tier, contact and address and nothing else. */
    public EventView about(long id, long version, EventAbout about) {
        var command = get(id).command();
        return update(
                id,
                version,
                about.tierId(),
                Records.with(Records.with(command, "contactId", about.contactId()), "addressId", about.addressId()));
    }

    private void requireBoth(Long left, Long entered) {
        if (left != null && !access.may(left, Action.ATTACH)) {
            throw new BusinessException(BusinessException.Kind.FORBIDDEN, "right-missing", Action.ATTACH);
        }
        if (entered != null) {
            access.requireEditable(entered);
        }
    }

    /** Of an event that goes to another tier each of them hears that it went or came, and nothing of the other tier. */
    private void log(History.Author author, EventView before, EventView after) {
        var was = EventRows.values(before);
        var is = EventRows.values(after);
        if (!Objects.equals(before.tierId(), after.tierId())) {
            if (before.tierId() != null) {
                history.updated(
                        author, "event", before.id(), before.tierId(), named("tier", before.tierName()), Map.of());
            }
            List.of("contact", "address").forEach(was::remove);
            is.put("tier", after.tierName());
        }
        if (after.tierId() != null) {
            history.updated(author, "event", after.id(), after.tierId(), was, is);
        }
    }

    private static Map<String, Object> named(String field, String name) {
        return Collections.singletonMap(field, name);
    }

    /** Another time and nothing else, as when it is dragged in the agenda. */
    public EventView move(long id, long version, Instant start, Instant end, boolean allDay) {
        var command = get(id).command();
        return update(
                id,
                version,
                Records.with(Records.with(Records.with(command, "start", start), "end", end), "allDay", allDay));
    }

    /** Another state and nothing else, as when it is dragged on the board. */
    public EventView changeState(long id, long version, EventState state) {
        return update(id, version, Records.with(get(id).command(), "state", state));
    }

    /** @throws BusinessException NOT_FOUND, FORBIDDEN; STALE with the version */
    public void delete(long id, long version) {
        var before = get(id);
        sight.requireEditable(before);
        writer.delete(id, version);
        if (before.tierId() != null) {
            history.deleted(
                    authors.current(), "event", id, before.tierId(), before.subject(), EventRows.values(before));
        }
        tell(before, null);
    }

    private static boolean isMoved(EventView before, EventWriter.Settled after) {
        var command = after.command();
        var meeting = command.meetingOrNone();
        return !before.start().equals(after.start())
                || !Objects.equals(before.end(), command.end())
                || before.meeting() != null
                        && command.meeting() != null
                        && !(Objects.equals(before.meeting().place(), meeting.place())
                                && Objects.equals(before.meeting().onlineLink(), meeting.onlineLink()));
    }

    /** As it is now, also for somebody who has just given it away. */
    private EventView stored(long id) {
        return rows.select("where e.id = :id", query -> query.bind("id", id)).get(0);
    }

    private void tell(EventView before, EventView after) {
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(EventView::tierId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(tierId -> touched.fire(new TierTouched(tierId)));
        changed.fire(new EventChanged(before, after));
    }
}
