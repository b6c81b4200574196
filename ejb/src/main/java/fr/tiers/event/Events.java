package fr.tiers.event;

import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The events of a tier. */
@Stateless
@PermitAll
public class Events {

    /** A tier rarely has more; older ones come with the timeline's paging. */
    public static final int MAX_EVENTS = 500;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @return latest first, what is planned before what has been; at most {@link #MAX_EVENTS} */
    public List<EventView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        "select * from event where tier_id = :tierId order by starts_at desc, id desc limit :limit")
                .bind("tierId", tierId)
                .bind("limit", MAX_EVENTS)
                .map((row, context) -> view(row))
                .list());
    }

    /** @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see */
    public EventView add(long tierId, EventCommand command) {
        access.requireEditable(tierId);
        command.check();
        var author = authors.current();
        var now = clock.instant();
        var event = db.call(handle -> handle.createQuery(
                        """
                        insert into event (tier_id, type, subject, body, starts_at, author, created_at)
                        values (:tierId, :type, :subject, :body, :startsAt, :author, :now) returning *
                        """)
                .bindMethods(command)
                .bind("tierId", tierId)
                .bind("startsAt", command.start() == null ? now : command.start())
                .bind("author", author.login())
                .bind("now", now)
                .map((row, context) -> view(row))
                .one());
        history.created(author, "event", event.id(), tierId);
        touched.fire(new TierTouched(tierId));
        return event;
    }

    private static EventView view(ResultSet row) throws SQLException {
        return new EventView(
                row.getLong("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("starts_at").toInstant(),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant());
    }
}
