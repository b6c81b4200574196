package fr.tiers.event;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.history.Authors;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an event must be like, and what it is where the command leaves it open. */
@ApplicationScoped
public class EventRules {

    private static final String INTERNAL =
            "u.active and not exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')";

    private final Db db;
    private final Clock clock;
    private final CustomFields fields;
    private final Authors authors;

    protected EventRules() {
        this(null, null, null, null);
    }

    @Inject
    public EventRules(Db db, Clock clock, CustomFields fields, Authors authors) {
        this.db = db;
        this.clock = clock;
        this.fields = fields;
        this.authors = authors;
    }

    /**
     * @param before the event as it is; null for a new one
     * @throws fr.tiers.kernel.BusinessException INVALID with every violation
     */
    EventWriter.Settled settle(Long tierId, EventCommand command, EventView before) {
        var checks = new Checks();
        var kind = kind(command.type(), before);
        command.check(kind, checks);
        checks.holds(
                before == null || kind == null || kind == before.kind(),
                "type",
                "other-kind",
                before == null ? null : before.kind());
        // whoever and whatever belonged to another tier does not stay
        checkPlace(tierId, command, before == null || !Objects.equals(before.tierId(), tierId) ? null : before, checks);
        checkPeople(command, checks);
        var assigneeId = assignee(command, kind, before, checks);
        var groupId = command.group() == null ? null : group(command.group(), checks);
        var custom = custom(command, before, checks);
        checks.refuse();
        var start = start(command, before);
        checks.holds(command.end() == null || !command.end().isBefore(start), "end", "before-start")
                .refuse();
        return new EventWriter.Settled(
                command, start, state(command, kind, start, before), assigneeId, groupId, custom);
    }

    /** An inactive type stays where it is and is given no more. */
    private EventKind kind(String type, EventView before) {
        if (!isStorable(type)) {
            return null;
        }
        return db.call(handle -> handle.createQuery(
                                "select kind from event_type where code = :code and (active or code = :before)")
                        .bind("code", type)
                        .bind("before", before == null ? null : before.type())
                        .mapTo(String.class)
                        .findOne())
                .map(EventKind::valueOf)
                .orElse(null);
    }

    /** Contact and address are somebody and somewhere at the tier; what has been so may stay. */
    private void checkPlace(Long tierId, EventCommand command, EventView before, Checks checks) {
        var contact = command.contactId();
        var address = command.addressId();
        boolean sameContact = before != null && Objects.equals(before.contactId(), contact);
        boolean sameAddress = before != null && Objects.equals(before.addressId(), address);
        checks.holds(
                contact == null
                        || sameContact
                        || tierId != null
                                && exists(
                                        "select 1 from contact_link where tier_id = :tier and contact_id = :id",
                                        tierId,
                                        contact),
                "contactId",
                "unknown-reference",
                contact);
        checks.holds(
                address == null
                        || sameAddress
                        || tierId != null
                                && exists("select 1 from address where tier_id = :tier and id = :id", tierId, address),
                "addressId",
                "unknown-reference",
                address);
    }

    private boolean exists(String sql, Long tierId, Long id) {
        return db.call(handle -> handle.createQuery("select exists (" + sql + ')')
                .bind("tier", tierId)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private void checkPeople(EventCommand command, Checks checks) {
        var people = command.meetingOrNone().participants().stream()
                .filter(Objects::nonNull)
                .toList();
        people.stream()
                .map(Participant::user)
                .filter(login -> login != null && !isStorable(login))
                .forEach(login -> checks.holds(false, "meeting.participants", "control-character"));
        var logins = people.stream()
                .map(Participant::user)
                .filter(EventRules::isStorable)
                .distinct()
                .toList();
        var contacts = people.stream()
                .map(Participant::contactId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        unknown("select u.login from app_user u where u.login = any(:keys) and " + INTERNAL, String.class, logins)
                .ifPresent(login -> checks.holds(false, "meeting.participants", "unknown-reference", login));
        unknown("select c.id from contact c where c.id = any(:keys)", Long.class, contacts)
                .ifPresent(id -> checks.holds(false, "meeting.participants", "unknown-reference", id));
    }

    private <T> Optional<T> unknown(String sql, Class<T> type, List<T> keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        var known = db.call(handle -> handle.createQuery(sql)
                .bindArray("keys", type, keys)
                .mapTo(type)
                .set());
        return keys.stream().filter(key -> !known.contains(key)).findFirst();
    }

    /** Of a new event the caller, unless a group has it or nobody needs to; of another one whoever it was. */
    private Long assignee(EventCommand command, EventKind kind, EventView before, Checks checks) {
        var login = command.assignee();
        if (login == null && command.group() == null && kind != EventKind.NOTE) {
            login = before == null ? authors.current().login() : before.assignee();
        }
        if (login == null) {
            return null;
        }
        boolean stays = before != null && login.equals(before.assignee());
        var found = userId(login, stays);
        // the system writes events of its own: they are nobody's
        checks.holds(found.isPresent() || command.assignee() == null, "assignee", "unknown-reference", login);
        return found.orElse(null);
    }

    /** PostgreSQL takes no NUL, not even to look for it. */
    private static boolean isStorable(String text) {
        return text != null && text.indexOf('\0') < 0;
    }

    private Optional<Long> userId(String login, boolean stays) {
        if (!isStorable(login)) {
            return Optional.empty();
        }
        return db.call(handle -> handle.createQuery(
                        "select u.id from app_user u where u.login = :login and (:stays or " + INTERNAL + ')')
                .bind("login", login)
                .bind("stays", stays)
                .mapTo(Long.class)
                .findOne());
    }

    private Long group(String code, Checks checks) {
        var found = !isStorable(code)
                ? Optional.<Long>empty()
                : db.call(handle -> handle.createQuery("select id from user_group where code = :code")
                        .bind("code", code)
                        .mapTo(Long.class)
                        .findOne());
        checks.holds(found.isPresent(), "group", "unknown-reference", code);
        return found.orElse(null);
    }

    /** @return the custom values as they are to be kept */
    private Map<String, Object> custom(EventCommand command, EventView before, Checks checks) {
        var kept = before == null
                ? Map.<String, Object>of()
                : FieldJson.values(db.call(handle -> handle.createQuery("select custom from event where id = :id")
                        .bind("id", before.id())
                        .mapTo(String.class)
                        .one()));
        var context = new CustomFields.Context(
                before == null ? null : before.id(), EventFieldOwner.facts(command.type()), kept);
        return fields.check(EventFieldOwner.OBJECT, command.custom(), context, checks);
    }

    private Instant start(EventCommand command, EventView before) {
        if (command.start() != null) {
            return command.start();
        }
        var due = command.taskOrNone().dueOn();
        if (due != null) {
            return EventWriter.startOfDay(due);
        }
        return before == null ? clock.instant() : before.start();
    }

    private EventState state(EventCommand command, EventKind kind, Instant start, EventView before) {
        if (command.state() != null) {
            return command.state();
        }
        if (before != null) {
            return before.state();
        }
        boolean ahead = kind != EventKind.NOTE && start.isAfter(clock.instant());
        return kind == EventKind.TASK || ahead ? EventState.PLANNED : EventState.DONE;
    }
}
