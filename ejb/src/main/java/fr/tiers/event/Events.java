package fr.tiers.event;

import fr.tiers.access.TierAccess;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
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
import java.util.Map;

/** The events of a tier. */
@Stateless
@PermitAll
public class Events {

    /** A tier rarely has more; older ones come with the timeline's paging. */
    public static final int MAX_EVENTS = 500;

    private static final String SELECT =
            """
            select %s, e.*, concat_ws(' ', c.first_name, c.last_name) as contact_name
            from event e left join contact c on c.id = e.contact_id""";

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    CustomFields fields;

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
                        select() + " where e.tier_id = :tierId order by e.starts_at desc, e.id desc limit :limit")
                .bind("tierId", tierId)
                .bind("limit", MAX_EVENTS)
                .map((row, context) -> view(row))
                .list());
    }

    private String select() {
        return SELECT.formatted(fields.column(EventFieldOwner.OBJECT, "e"));
    }

    /** @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see */
    public EventView add(long tierId, EventCommand command) {
        access.requireEditable(tierId);
        var custom = check(command);
        requireContact(tierId, command.contactId());
        var author = authors.current();
        var now = clock.instant();
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into event (tier_id, type, subject, body, starts_at, author, created_at, contact_id, custom)
                        values (:tierId, :type, :subject, :body, :startsAt, :author, :now, :contactId, cast(:values as jsonb)) returning id
                        """)
                .bindMethods(command)
                .bind("tierId", tierId)
                .bind("startsAt", command.start() == null ? now : command.start())
                .bind("author", author.login())
                .bind("values", FieldJson.write(custom))
                .bind("now", now)
                .mapTo(Long.class)
                .one());
        history.created(author, "event", id, tierId);
        touched.fire(new TierTouched(tierId));
        return db.call(handle -> handle.createQuery(select() + " where e.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .one());
    }

    /** @return the custom values as they are to be kept */
    private Map<String, Object> check(EventCommand command) {
        var checks = new Checks();
        command.check(checks);
        var context = new CustomFields.Context(null, EventFieldOwner.facts(command.type()), Map.of());
        var custom = fields.check(EventFieldOwner.OBJECT, command.custom(), context, checks);
        checks.refuse();
        return custom;
    }

    /** Somebody who works at the tier or has worked there. */
    private void requireContact(long tierId, Long contactId) {
        if (contactId == null) {
            return;
        }
        boolean known = db.call(handle -> handle.createQuery(
                        "select exists (select 1 from contact_link where tier_id = :tierId and contact_id = :contactId)")
                .bind("tierId", tierId)
                .bind("contactId", contactId)
                .mapTo(Boolean.class)
                .one());
        if (!known) {
            throw BusinessException.invalid("contactId", "unknown-reference", contactId);
        }
    }

    private static EventView view(ResultSet row) throws SQLException {
        long contact = row.getLong("contact_id");
        return new EventView(
                row.getLong("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("starts_at").toInstant(),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant(),
                contact == 0 ? null : contact,
                contact == 0 ? null : row.getString("contact_name"),
                row.getString("code"),
                List.of((String[]) row.getArray("arguments").getArray()),
                FieldJson.values(row.getString("custom")));
    }
}
