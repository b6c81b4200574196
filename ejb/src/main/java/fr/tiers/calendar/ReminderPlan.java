package fr.tiers.calendar;

import fr.tiers.event.EventChanged;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;

/**
 * Plans the reminders of an event in the transaction in which it changes: those of the assignee, of the colleagues who take part, and of
 * an author who asked for it. What has been told stays told until the event is at another time.
 */
@ApplicationScoped
public class ReminderPlan {

    /** When a day begins for what has no time of day. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final Map<EventKind, String> COLUMNS = Map.of(
            EventKind.CALL, "call",
            EventKind.MEETING, "meeting",
            EventKind.TASK, "task",
            EventKind.EMAIL, "other",
            EventKind.NOTE, "other");

    private static final String WANTED =
            """
            select u.id, w.minutes
            from event e join app_user u on u.active
                 left join reminder_choice c on c.event_id = e.id and c.user_id = u.id
                 left join reminder_preference p on p.user_id = u.id
                 cross join lateral (
                     select distinct m from unnest(coalesce(c.minutes,
                         array[case when p.user_id is null then cast(:usual as integer) else p.%s end])) m where m is not null) w (minutes)
            where e.id = :event
              and (u.id = e.assignee_id
                   or u.id in (select q.user_id from event_participant q where q.event_id = e.id and q.answer <> 'DECLINED')
                   or c.user_id is not null and u.login = e.author)
            """;

    private final Db db;
    private final Clock clock;

    protected ReminderPlan() {
        this(null, null);
    }

    @Inject
    public ReminderPlan(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void changed(@Observes EventChanged change) {
        var after = change.after();
        // what is noted afterwards was never planned
        if (after != null && (change.before() != null || isOpen(after))) {
            plan(after);
        }
    }

    /** Also called when somebody wishes it otherwise. */
    void plan(EventView event) {
        if (!isOpen(event)) {
            drop(event.id(), event.state() == EventState.CANCELLED ? "CANCELLED" : "DONE");
            return;
        }
        var anchor = anchor(event);
        var wanted = WANTED.formatted(COLUMNS.get(event.kind()));
        db.run(handle -> {
            handle.createUpdate(
                            """
                            update event_reminder r set state = 'DROPPED', reason = 'NOT_WANTED', on_screen = false
                            where r.event_id = :event and (r.state = 'PENDING' or r.on_screen)
                              and not exists (select 1 from (%s) w where w.id = r.user_id and w.minutes = r.minutes)
                            """
                                    .formatted(wanted))
                    .bind("event", event.id())
                    .bind("usual", ReminderPreference.USUAL.of(event.kind()))
                    .execute();
            handle.createUpdate(
                            """
                            insert into event_reminder (event_id, user_id, minutes, event_start, due_at, next_try_at, state)
                            select :event, w.id, w.minutes, cast(:start as timestamptz),
                                   cast(:start as timestamptz) - make_interval(mins => w.minutes),
                                   cast(:start as timestamptz) - make_interval(mins => w.minutes), 'PENDING'
                            from (%s) w where cast(:start as timestamptz) > :now order by w.id, w.minutes
                            on conflict on constraint event_reminder_once do update
                            set event_start = excluded.event_start, due_at = excluded.due_at, next_try_at = excluded.next_try_at,
                                state = 'PENDING', reason = null, problem = null, on_screen = false, sent_at = null, seen_at = null,
                                plan = event_reminder.plan + 1
                            where event_reminder.event_start <> excluded.event_start or event_reminder.state = 'DROPPED'
                            """
                                    .formatted(wanted))
                    .bind("event", event.id())
                    .bind("usual", ReminderPreference.USUAL.of(event.kind()))
                    .bind("start", anchor)
                    .bind("now", clock.instant())
                    .execute();
            // moved into the past
            handle.createUpdate(
                            """
                            update event_reminder set state = 'DROPPED', reason = 'BEGUN'
                            where event_id = :event and state = 'PENDING' and event_start <> :start
                            """)
                    .bind("event", event.id())
                    .bind("start", anchor)
                    .execute();
        });
    }

    private void drop(long eventId, String reason) {
        db.run(handle -> handle.createUpdate(
                        """
                        update event_reminder set state = case state when 'PENDING' then 'DROPPED' else state end, on_screen = false,
                               reason = case state when 'PENDING' then :reason end
                        where event_id = :event and (state = 'PENDING' or on_screen)
                        """)
                .bind("event", eventId)
                .bind("reason", reason)
                .execute());
    }

    private static boolean isOpen(EventView event) {
        return event.kind() != EventKind.NOTE
                && (event.state() == EventState.PLANNED || event.state() == EventState.IN_PROGRESS);
    }

    /** What lasts the whole day, or is due on a day, begins in the morning. */
    static Instant anchor(EventView event) {
        var start = event.start().atZone(ClockProducer.ZONE);
        boolean dueThatDay = event.task() != null
                && start.toLocalDate().equals(event.task().dueOn())
                && start.toLocalTime().equals(LocalTime.MIDNIGHT);
        return event.allDay() || dueThatDay
                ? start.toLocalDate().atTime(MORNING).atZone(ClockProducer.ZONE).toInstant()
                : event.start();
    }
}
