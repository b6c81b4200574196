package fr.tiers.event;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Reads events. Decides nothing but what its conditions say: {@link EventSight} is the caller's part. */
@ApplicationScoped
public class EventRows {

    /** The tables; {@code e} is the event, {@code t} its tier, if it has one. */
    static final String FROM =
            """
            from event e left join tier t on t.id = e.tier_id left join contact c on c.id = e.contact_id
            left join address a on a.id = e.address_id left join app_user u on u.id = e.assignee_id
            left join user_group g on g.id = e.group_id
            """;

    private static final String COLUMNS =
            """
            %s, e.id, e.version, e.type, e.kind, e.tier_id, case when %s then t.name end as tier_name, e.subject, e.body, e.starts_at,
            e.ends_at, e.all_day, e.state, e.author, e.created_at, e.updated_at, e.updated_by, e.contact_id,
            concat_ws(' ', c.first_name, c.last_name) as contact_name, e.address_id, coalesce(a.label, a.city) as address_name,
            u.login as assignee, u.display_name as assignee_name, g.code as group_code, e.private, e.read_only, e.direction, e.minutes,
            e.phone, e.outcome, e.place, e.online_link, e.due_on, e.priority, e.code, e.arguments, e.uid, e.sequence,
            e.series_id, e.occurrence, e.series_exception
            """;

    private final Db db;
    private final CustomFields fields;
    private final EventSight sight;

    protected EventRows() {
        this(null, null, null);
    }

    @Inject
    public EventRows(Db db, CustomFields fields, EventSight sight) {
        this.db = db;
        this.fields = fields;
        this.sight = sight;
    }

    /** The columns that {@link #views} reads. */
    String columns() {
        return COLUMNS.formatted(fields.column(EventFieldOwner.OBJECT, "e"), sight.tier("t"));
    }

    /**
     * @param rest conditions, order and limit, beginning with "where"
     * @return as it comes
     */
    List<EventView> select(String rest, UnaryOperator<Query> binding) {
        return db.call(handle ->
                views(sight.bind(binding.apply(handle.createQuery("select " + columns() + ' ' + FROM + rest)))));
    }

    /** What the caller may see of a series, in order of time. */
    List<SeriesView.Occurrence> occurrences(long series, int limit) {
        return db.call(handle -> sight.bind(handle.createQuery(
                        "select e.id, e.version, e.occurrence, e.starts_at, e.state, e.series_exception from event e"
                                + " left join tier t on t.id = e.tier_id where e.series_id = :series and "
                                + sight.predicate("e", "t") + " order by e.starts_at, e.id limit :limit"))
                .bind("series", series)
                .bind("limit", limit)
                .map((row, context) -> new SeriesView.Occurrence(
                        row.getLong("id"),
                        row.getLong("version"),
                        instant(row, "occurrence"),
                        instant(row, "starts_at"),
                        EventState.valueOf(row.getString("state")),
                        row.getBoolean("series_exception")))
                .list());
    }

    /** With the participants, which are read for all of them at once. */
    List<EventView> views(Query query) {
        return withParticipants(query.map((row, context) -> view(row)).list());
    }

    private List<EventView> withParticipants(List<EventView> events) {
        var meetings = events.stream()
                .filter(event -> event.kind() == EventKind.MEETING)
                .map(EventView::id)
                .toList();
        if (meetings.isEmpty()) {
            return events;
        }
        record One(long event, Participant participant) {}
        var people = db.call(handle -> handle
                .createQuery(
                        """
                        select p.event_id, u.login, p.contact_id, p.email, p.answer,
                               coalesce(u.display_name, p.name, concat_ws(' ', c.first_name, c.last_name)) as name
                        from event_participant p left join app_user u on u.id = p.user_id left join contact c on c.id = p.contact_id
                        where p.event_id = any(:events) order by p.id
                        """)
                .bindArray("events", Long.class, meetings)
                .map((row, context) -> new One(
                        row.getLong("event_id"),
                        new Participant(
                                row.getString("login"),
                                id(row, "contact_id"),
                                row.getString("email"),
                                row.getString("name"),
                                Participant.Answer.valueOf(row.getString("answer")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(One::event, Collectors.mapping(One::participant, Collectors.toList()))));
        return events.stream()
                .map(event -> people.containsKey(event.id()) ? with(event, people.get(event.id())) : event)
                .toList();
    }

    private static EventView with(EventView event, List<Participant> people) {
        var meeting = event.meeting();
        return Records.with(event, "meeting", new EventCommand.Meeting(meeting.place(), meeting.onlineLink(), people));
    }

    private static EventView view(ResultSet row) throws SQLException {
        var kind = EventKind.valueOf(row.getString("kind"));
        return new EventView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("type"),
                kind,
                id(row, "tier_id"),
                row.getString("tier_name"),
                row.getString("subject"),
                row.getString("body"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getBoolean("all_day"),
                EventState.valueOf(row.getString("state")),
                row.getString("author"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getString("updated_by"),
                id(row, "contact_id"),
                id(row, "contact_id") == null ? null : row.getString("contact_name"),
                id(row, "address_id"),
                row.getString("address_name"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                row.getString("group_code"),
                row.getBoolean("private"),
                row.getBoolean("read_only"),
                kind == EventKind.CALL ? call(row) : null,
                kind == EventKind.MEETING
                        ? new EventCommand.Meeting(row.getString("place"), row.getString("online_link"), List.of())
                        : null,
                kind == EventKind.TASK ? task(row) : null,
                row.getString("code"),
                List.of((String[]) row.getArray("arguments").getArray()),
                FieldJson.values(row.getString("custom")),
                row.getObject("uid", UUID.class),
                row.getInt("sequence"),
                series(row));
    }

    private static EventView.InSeries series(ResultSet row) throws SQLException {
        var id = id(row, "series_id");
        return id == null
                ? null
                : new EventView.InSeries(id, instant(row, "occurrence"), row.getBoolean("series_exception"));
    }

    private static EventCommand.Call call(ResultSet row) throws SQLException {
        return new EventCommand.Call(
                row.getString("direction"),
                row.getObject("minutes", Integer.class),
                row.getString("phone"),
                row.getString("outcome"));
    }

    private static EventCommand.Task task(ResultSet row) throws SQLException {
        var priority = row.getString("priority");
        return new EventCommand.Task(
                row.getObject("due_on", LocalDate.class), priority == null ? null : Priority.valueOf(priority));
    }

    private static Long id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** What the change log says of an event, by field. */
    static Map<String, Object> values(EventView event) {
        var values = new LinkedHashMap<String, Object>();
        values.put("type", event.type());
        values.put("subject", event.subject());
        values.put("body", event.body());
        values.put("start", event.start());
        values.put("end", event.end());
        values.put("allDay", event.allDay() ? true : null);
        values.put("state", event.state());
        values.put("contact", event.contactName());
        values.put("address", event.addressName());
        values.put("assignee", event.assignee());
        values.put("group", event.group());
        values.put("privateEntry", event.privateEntry() ? true : null);
        values.put("readOnly", event.readOnly() ? true : null);
        if (event.call() != null) {
            values.put("direction", event.call().direction());
            values.put("minutes", event.call().minutes());
            values.put("phone", event.call().phone());
            values.put("outcome", event.call().outcome());
        }
        if (event.meeting() != null) {
            values.put("place", event.meeting().place());
            values.put("onlineLink", event.meeting().onlineLink());
            values.put(
                    "participants",
                    event.meeting().participants().stream()
                            .map(each -> each.name() == null ? each.email() : each.name())
                            .collect(Collectors.joining(", ")));
        }
        if (event.task() != null) {
            values.put("dueOn", event.task().dueOn());
            values.put("priority", event.task().priority());
        }
        values.putAll(CustomFields.texts(event.custom()));
        return History.texts(values).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
