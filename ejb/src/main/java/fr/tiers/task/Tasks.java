package fr.tiers.task;

import fr.tiers.access.Callers;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What happens to a task besides being written: it is taken, handed on, moved on the board. */
@Stateless
@PermitAll
public class Tasks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    Db db;

    @Inject
    Events events;

    @Inject
    TaskList list;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** @throws BusinessException NOT_FOUND for what is no task, or not the caller's to see */
    public EventView get(long id) {
        var event = events.get(id);
        if (event.kind() != EventKind.TASK) {
            throw BusinessException.notFound("task", id);
        }
        return event;
    }

    /**
     * Takes a task out of the queue of a group of the caller's. Of two people one gets it and the other hears who; twice is as good as once.
     *
     * @throws BusinessException CONFLICT when somebody else has it; REFUSED when it waits in no queue of the caller's
     */
    public TaskRow take(long id) {
        get(id);
        // whoever comes second waits here, and then sees who was first
        db.run(handle -> handle.createQuery("select id from event where id = :id for update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
        var task = list.get(id);
        var me = callers.current().login();
        if (me.equals(task.assignee())) {
            return task;
        }
        if (task.assignee() != null) {
            throw new BusinessException(Kind.CONFLICT, "task-taken", task.assigneeName());
        }
        if (!task.takeable()) {
            throw new BusinessException(Kind.REFUSED, "task-not-in-your-queue");
        }
        events.update(id, task.version(), Records.with(get(id).command(), "assignee", me));
        return list.get(id);
    }

    /**
     * To whom a task goes.
     *
     * @param assignee login; null when a group gets it
     * @param group code; null when somebody gets it
     * @param note what is said with it, kept with the task; null for nothing
     */
    public record Delegation(String assignee, String group, String note) {

        public Delegation {
            assignee = Checks.trim(assignee);
            group = Checks.trim(group);
            note = Checks.trim(note);
        }
    }

    /**
     * Hands the task on to somebody, or into the queue of a group.
     *
     * @return the task as it is now
     * @throws BusinessException INVALID, FORBIDDEN; STALE with the version
     */
    public EventView delegate(long id, long version, Delegation to) {
        var task = get(id);
        new Checks()
                .holds(to.assignee() != null || to.group() != null, "assignee", "required")
                .holds(to.assignee() == null || to.group() == null, "group", "user-or-group")
                .text("note", to.note(), 2_000)
                .refuse();
        var command = Records.with(Records.with(task.command(), "assignee", to.assignee()), "group", to.group());
        return events.update(id, version, Records.with(command, "body", body(task.body(), to)));
    }

    /** The note stands below what was there, with the day and both names, so that whoever gets the task reads what it is about. */
    private String body(String body, Delegation to) {
        if (to.note() == null) {
            return body;
        }
        var day = DAY.format(LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE));
        var line = day + " · " + callers.current().displayName() + " → " + name(to) + " : " + to.note();
        return body == null ? line : body + "\n\n" + line;
    }

    /** Whoever it is: what is not known is refused with the change itself. */
    private String name(Delegation to) {
        return db.call(handle -> handle.createQuery(
                                "select display_name from app_user where login = :login union all select name from user_group where code = :group")
                        .bind("login", to.assignee())
                        .bind("group", to.group())
                        .mapTo(String.class)
                        .findFirst())
                .orElse("?");
    }

    /**
     * Puts the task into a column of the board, below another task or on top.
     *
     * @param after id of the task it comes below; null for the top
     * @throws BusinessException FORBIDDEN; STALE with the version; INVALID for a neighbour that is not in the column
     */
    public TaskRow move(long id, long version, EventState state, Long after) {
        var task = get(id);
        if (task.version() != version) {
            throw BusinessException.stale("event", id);
        }
        if (!events.mayEdit(task)) {
            throw new BusinessException(Kind.FORBIDDEN, "event-not-yours");
        }
        if (after != null
                && (after == id
                        || list.find(after)
                                .filter(other -> other.state() == state)
                                .isEmpty())) {
            throw BusinessException.invalid("after", "unknown-reference", after);
        }
        if (task.state() != state) {
            events.changeState(id, version, state);
        }
        // half way to the next one, whoever sees that: numbers of any length never run out
        db.run(handle -> handle.createUpdate(
                        """
                        with place as (select board_rank as rank from event where id = :after),
                             next as (select min(e.board_rank) as rank from event e where e.kind = 'TASK' and e.state = :state and e.id <> :id
                                      and (:after is null or e.board_rank > (select rank from place)))
                        update event set board_rank = coalesce(
                                ((select rank from place) + (select rank from next)) * 0.5, (select rank from place) + 1,
                                (select rank from next) - 1, 0)
                        where id = :id
                        """)
                .bind("id", id)
                .bindBySqlType("after", after, java.sql.Types.BIGINT)
                .bind("state", state.name())
                .execute());
        return list.get(id);
    }

    /** Another state and nothing else: checked off, or taken up again. */
    public TaskRow changeState(long id, long version, EventState state) {
        get(id);
        events.changeState(id, version, state);
        return list.get(id);
    }

    /** A task with a subject and a type; the rest as the command says. */
    public TaskRow create(Long tierId, EventCommand command) {
        return list.get(events.create(tierId, command).id());
    }
}
