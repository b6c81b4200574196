package fr.tiers.calendar;

import fr.tiers.access.Callers;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventSight;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** The caller's own reminders: as a rule, of one event, and those to be shown now. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class Reminders {

    /** As many as anybody reads at once. */
    static final int SHOWN = 20;

    private static final int MOST = 5;
    private static final Duration STALE = Duration.ofHours(12);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    Events events;

    @Inject
    EventSight sight;

    @Inject
    ReminderPlan plan;

    /**
     * The caller's reminders of one event.
     *
     * @param minutes before the start, shortest first
     * @param own whether they were chosen for this event; else they are the usual ones
     * @param possible whether the caller has to do with the event, so that there is somebody to remind
     */
    public record OfEvent(List<Integer> minutes, boolean own, boolean possible) implements Serializable {}

    /** A reminder that could not be told, or ({@code id} 0) a change of a meeting that its guests could not be told of. */
    public record Problem(
            long id, String user, String company, String subject, Instant dueAt, String purpose, String code)
            implements Serializable {}

    public ReminderPreference preference() {
        return preferenceOf(callers.current().userId());
    }

    private ReminderPreference preferenceOf(long user) {
        return db.call(handle -> handle.createQuery(
                                "select on_screen, by_mail, call, meeting, task, other from reminder_preference where user_id = :user")
                        .bind("user", user)
                        .map((row, context) -> new ReminderPreference(
                                row.getBoolean("on_screen"),
                                row.getBoolean("by_mail"),
                                row.getObject("call", Integer.class),
                                row.getObject("meeting", Integer.class),
                                row.getObject("task", Integer.class),
                                row.getObject("other", Integer.class)))
                        .findOne())
                .orElse(ReminderPreference.USUAL);
    }

    /** Counts for what is planned or changed from now on; what is planned already follows where it was not chosen for its event. */
    public ReminderPreference prefer(ReminderPreference wish) {
        wish.check();
        var user = callers.current().userId();
        db.run(handle -> handle.createUpdate(
                        """
                        insert into reminder_preference (user_id, on_screen, by_mail, call, meeting, task, other)
                        values (:user, :onScreen, :byMail, :call, :meeting, :task, :other)
                        on conflict on constraint reminder_preference_pk do update set on_screen = excluded.on_screen,
                            by_mail = excluded.by_mail, call = excluded.call, meeting = excluded.meeting, task = excluded.task,
                            other = excluded.other
                        """)
                .bind("user", user)
                .bindMethods(wish)
                .execute());
        replan(user);
        return wish;
    }

    private void replan(long user) {
        List<Long> ahead = db.call(handle -> handle.createQuery(
                        """
                        select e.id from event e
                        where e.starts_at > :now and e.state in ('PLANNED', 'IN_PROGRESS')
                          and (e.assignee_id = :user or exists (select 1 from event_participant q where q.event_id = e.id and q.user_id = :user))
                          and not exists (select 1 from reminder_choice c where c.event_id = e.id and c.user_id = :user)
                        order by e.starts_at, e.id limit 500
                        """)
                .bind("now", clock.instant())
                .bind("user", user)
                .mapTo(Long.class)
                .list());
        ahead.forEach(id -> plan.plan(events.get(id)));
    }

    /** @throws BusinessException NOT_FOUND for an event that is not the caller's to see */
    public OfEvent of(long eventId) {
        var event = events.get(eventId);
        var user = callers.current().userId();
        boolean possible = isConcerned(event, user);
        var chosen = chosen(eventId, user);
        if (chosen.isPresent()) {
            return new OfEvent(chosen.get(), true, possible);
        }
        var usual = isRemindedAsARule(event, user) ? preferenceOf(user).of(event.kind()) : null;
        return new OfEvent(usual == null ? List.of() : List.of(usual), false, possible);
    }

    private Optional<List<Integer>> chosen(long eventId, long user) {
        return db.call(handle -> handle.createQuery(
                        "select minutes from reminder_choice where event_id = :event and user_id = :user")
                .bind("event", eventId)
                .bind("user", user)
                .map((row, context) ->
                        List.of((Integer[]) row.getArray("minutes").getArray()))
                .findOne());
    }

    /**
     * Chooses for one event; an empty list wants none.
     *
     * @throws BusinessException NOT_FOUND; INVALID; REFUSED {@code reminder-of-others} for somebody whom the event does not concern
     */
    public OfEvent choose(long eventId, List<Integer> minutes) {
        var event = events.get(eventId);
        var user = callers.current().userId();
        var checks = new Checks().required("minutes", minutes);
        if (minutes != null) {
            checks.holds(minutes.size() <= MOST, "minutes", "too-many", MOST)
                    .holds(minutes.stream().allMatch(Objects::nonNull), "minutes", "required");
            minutes.forEach(each -> ReminderPreference.check(checks, "minutes", each));
        }
        checks.refuse();
        requirePossible(event, user);
        db.run(handle -> handle.createUpdate(
                        """
                        insert into reminder_choice (event_id, user_id, minutes) values (:event, :user, :minutes)
                        on conflict on constraint reminder_choice_pk do update set minutes = excluded.minutes
                        """)
                .bind("event", eventId)
                .bind("user", user)
                .bindArray(
                        "minutes",
                        Integer.class,
                        minutes.stream().distinct().sorted().toList())
                .execute());
        plan.plan(event);
        return of(eventId);
    }

    /** Back to what the preference says. */
    public OfEvent forget(long eventId) {
        var event = events.get(eventId);
        db.run(handle -> handle.createUpdate("delete from reminder_choice where event_id = :event and user_id = :user")
                .bind("event", eventId)
                .bind("user", callers.current().userId())
                .execute());
        plan.plan(event);
        return of(eventId);
    }

    private void requirePossible(EventView event, long user) {
        if (!isConcerned(event, user) || event.kind() == EventKind.NOTE) {
            throw new BusinessException(Kind.REFUSED, "reminder-of-others");
        }
    }

    private boolean isConcerned(EventView event, long user) {
        return isRemindedAsARule(event, user) || callers.current().login().equals(event.author());
    }

    private boolean isRemindedAsARule(EventView event, long user) {
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from event e where e.id = :event and e.kind <> 'NOTE' and (e.assignee_id = :user
                            or exists (select 1 from event_participant q where q.event_id = e.id and q.user_id = :user)))
                        """)
                .bind("event", event.id())
                .bind("user", user)
                .mapTo(Boolean.class)
                .one());
    }

    /** @return what is to be shown to the caller now, the next event first */
    public List<ReminderView> due() {
        var caller = callers.current();
        var sql =
                """
                select r.id, r.event_id, e.type, e.kind, e.subject, e.starts_at, e.all_day, r.minutes, e.place
                from event_reminder r join event e on e.id = r.event_id left join tier t on t.id = e.tier_id
                where r.user_id = :user and r.on_screen and r.seen_at is null and r.event_start > :stale and %s
                order by r.event_start, r.id limit :limit
                """
                        .formatted(sight.predicate("e", "t"));
        return db.call(handle -> sight.bind(handle.createQuery(sql))
                .bind("user", caller.userId())
                .bind("stale", clock.instant().minus(STALE))
                .bind("limit", SHOWN)
                .map((row, context) -> new ReminderView(
                        row.getLong("id"),
                        row.getLong("event_id"),
                        row.getString("type"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getBoolean("all_day"),
                        row.getInt("minutes"),
                        row.getString("place")))
                .list());
    }

    /**
     * The caller has seen it; doing it twice changes nothing.
     *
     * @throws BusinessException NOT_FOUND for one that is not the caller's
     */
    public void seen(long id) {
        int known = db.call(handle -> handle.createUpdate(
                        """
                        update event_reminder set seen_at = coalesce(seen_at, :now) where id = :id and user_id = :user and on_screen
                        """)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("user", callers.current().userId())
                .execute());
        if (known == 0) {
            throw BusinessException.notFound("reminder", id);
        }
    }

    /** @return what waits because something is not configured, the oldest first */
    @RolesAllowed(ADMINISTRATOR)
    public List<Problem> problems() {
        return db.call(handle -> handle.createQuery(
                        """
                        select r.id, u.display_name, c.name as company, case when e.private then '—' else e.subject end as subject, r.due_at,
                               case e.kind when 'CALL' then 'CALL_REMINDER' when 'MEETING' then 'MEETING_REMINDER'
                                           when 'TASK' then 'TASK_REMINDER' else 'EVENT_REMINDER' end as purpose, r.problem
                        from event_reminder r join event e on e.id = r.event_id join app_user u on u.id = r.user_id
                             left join company c on c.id = u.company_id
                        where r.problem is not null and r.state = 'PENDING'
                        union all
                        select 0, coalesce(u.display_name, h.organiser), c.name, case when h.private then '—' else h.subject end, h.due_at,
                               'GUEST_ADDED', h.problem
                        from calendar_thread h left join app_user u on u.login = h.organiser left join company c on c.id = u.company_id
                        where h.problem is not null and h.due_at is not null
                        order by due_at, id limit 100
                        """)
                .map((row, context) -> new Problem(
                        row.getLong("id"),
                        row.getString("display_name"),
                        row.getString("company"),
                        row.getString("subject"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getString("purpose"),
                        row.getString("problem")))
                .list());
    }
}
