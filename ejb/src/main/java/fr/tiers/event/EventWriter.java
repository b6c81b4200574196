package fr.tiers.event;

import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the rows of events and participants. Decides nothing: what is allowed and right is the service's part. */
@ApplicationScoped
public class EventWriter {

    private final Db db;
    private final Clock clock;

    protected EventWriter() {
        this(null, null);
    }

    @Inject
    public EventWriter(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What the database is to hold of an event beside what the command says.
     *
     * @param custom as the check returned it
     * @param assigneeId null for nobody
     * @param groupId null for no queue
     */
    record Settled(
            EventCommand command,
            Instant start,
            EventState state,
            Long assigneeId,
            Long groupId,
            Map<String, Object> custom) {}

    long insert(Long tierId, Settled event, String author) {
        var values = values(event);
        values.put("tier_id", tierId);
        values.put("author", author);
        values.put("created_at", clock.instant());
        var columns = values.keySet();
        var sql = "insert into event (%s, custom) values (%s, cast(:custom as jsonb)) returning id"
                .formatted(
                        String.join(", ", columns),
                        columns.stream().map(column -> ':' + column).collect(Collectors.joining(", ")));
        return db.call(handle -> handle.createQuery(sql)
                .bindMap(values)
                .bind("custom", FieldJson.write(event.custom()))
                .mapTo(Long.class)
                .one());
    }

    /**
     * @param moved whether calendars have to hear of it
     * @throws BusinessException STALE when somebody else was faster
     */
    void update(long id, long version, Long tierId, Settled event, String author, boolean moved) {
        var values = values(event);
        values.put("tier_id", tierId);
        values.put("updated_by", author);
        values.put("updated_at", clock.instant());
        var sql =
                "update event set version = version + 1, sequence = sequence + :moved, custom = cast(:custom as jsonb), %s where id = :id and version = :version"
                        .formatted(values.keySet().stream()
                                .map(column -> column + " = :" + column)
                                .collect(Collectors.joining(", ")));
        int written = db.call(handle -> handle.createUpdate(sql)
                .bindMap(values)
                .bind("custom", FieldJson.write(event.custom()))
                .bind("moved", moved ? 1 : 0)
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (written == 0) {
            throw BusinessException.stale("event", id);
        }
    }

    /** @throws BusinessException STALE when somebody else was faster */
    void delete(long id, long version) {
        if (db.call(handle -> handle.execute("delete from event where id = ? and version = ?", id, version)) == 0) {
            throw BusinessException.stale("event", id);
        }
    }

    /** Puts a new event into its series; whoever started the series is the author of what the system prolongs it by. */
    void place(long id, SeriesPlace place) {
        db.run(handle -> handle.createUpdate(
                        "update event set series_id = :series, occurrence = :occurrence, author = :author where id = :id")
                .bindMethods(place)
                .bind("id", id)
                .execute());
    }

    private static Map<String, Object> values(Settled event) {
        var command = event.command();
        var call = command.callOrNone();
        var meeting = command.meetingOrNone();
        var values = new LinkedHashMap<String, Object>();
        values.put("type", command.type());
        values.put("subject", command.subject());
        values.put("body", command.body());
        values.put("starts_at", event.start());
        values.put("ends_at", command.end());
        values.put("all_day", command.allDay());
        values.put("state", event.state().name());
        values.put("contact_id", command.contactId());
        values.put("address_id", command.addressId());
        values.put("assignee_id", event.assigneeId());
        values.put("group_id", event.groupId());
        values.put("private", command.privateEntry());
        values.put("read_only", command.readOnly());
        values.put("direction", call.direction());
        values.put("minutes", call.minutes());
        values.put("phone", call.phone());
        values.put("outcome", call.outcome());
        values.put("place", meeting.place());
        values.put("online_link", meeting.onlineLink());
        values.put("due_on", command.task() == null ? null : command.task().dueOn());
        values.put(
                "priority",
                command.task() == null ? null : command.task().priority().name());
        return values;
    }

    /** Somebody who stays keeps the answer that was given. */
    void participants(long id, List<Participant> before, List<Participant> wished) {
        var keys = before.stream().map(Participant::key).collect(Collectors.toSet());
        var kept = wished.stream().map(Participant::key).collect(Collectors.toSet());
        before.stream()
                .filter(each -> !kept.contains(each.key()))
                .forEach(gone -> db.run(handle -> handle.createUpdate(
                                """
                        delete from event_participant where event_id = :event
                          and (contact_id = :contact or lower(email) = lower(:email)
                               or user_id = (select u.id from app_user u where u.login = :login))
                        """)
                        .bind("event", id)
                        .bind("contact", gone.contactId())
                        .bind("email", gone.email())
                        .bind("login", gone.user())
                        .execute()));
        var fresh = wished.stream().filter(each -> !keys.contains(each.key())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into event_participant (event_id, user_id, contact_id, email, name, answer)
                    values (:event, (select u.id from app_user u where u.login = :login), :contact, :email, :name, :answer)
                    """);
            fresh.forEach(each -> batch.bind("event", id)
                    .bind("login", each.user())
                    .bind("contact", each.contactId())
                    .bind("email", each.email())
                    .bind("name", each.email() == null ? null : each.name())
                    .bind("answer", each.answer().name())
                    .add());
            batch.execute();
        });
    }

    /** @return of a task that says no time: the beginning of the day it is due */
    static Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(ClockProducer.ZONE).toInstant();
    }
}
