package fr.tiers.task;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Who has how much to do by when, counted by the database. */
@Stateless
@PermitAll
public class TaskLoad {

    /** A quarter of a year. */
    public static final int MAX_DAYS = 92;

    private static final String SQL =
            """
            select u.login as assignee, u.display_name as assignee_name, g.code as group_code, g.name as group_name,
                   case when e.due_on >= :from then e.due_on end as day, coalesce(e.due_on < :from, false) as before, count(*) as tasks,
                   count(*) filter (where e.priority in ('HIGH', 'URGENT')) as urgent
            %s left join user_group g on g.id = e.group_id and e.assignee_id is null
            where %s and (e.due_on is null or e.due_on <= :until)
            group by 1, 2, 3, 4, 5, 6 order by coalesce(u.display_name, ''), u.login, g.name, g.code, before desc, day nulls last
            """;

    @Inject
    Db db;

    @Inject
    TaskList list;

    /**
     * The open tasks of somebody, or of a queue, that are due on a day.
     *
     * @param assignee login; null for what waits in a queue, or is nobody's
     * @param group code of the group in whose queue they wait; null for what somebody has
     * @param day null for what is due before the first day, or on no day
     * @param before whether they are due before the first day
     * @param urgent so many of them are of a high priority
     */
    public record Load(
            String assignee,
            String assigneeName,
            String group,
            String groupName,
            LocalDate day,
            boolean before,
            long tasks,
            long urgent) {}

    /**
     * @param filter whether they are open and when they are due is not asked there
     * @throws fr.tiers.kernel.BusinessException INVALID on {@code to} when it lies before {@code from} or too far behind it
     */
    public List<Load> load(TaskFilter filter, LocalDate from, LocalDate to) {
        new Checks()
                .holds(!to.isBefore(from), "to", "before-start")
                .holds(to.isBefore(from.plusDays(MAX_DAYS)), "to", "out-of-range", 1, MAX_DAYS)
                .refuse();
        var open = Records.with(
                Records.with(Records.with(Records.with(filter, "open", true), "state", null), "dueFrom", null),
                "dueTo",
                null);
        var sql = SQL.formatted(TaskList.FROM, list.conditions(open));
        return db.call(handle -> list.bind(handle.createQuery(sql), open)
                .bind("from", from)
                .bind("until", to)
                .map((row, context) -> new Load(
                        row.getString("assignee"),
                        row.getString("assignee_name"),
                        row.getString("group_code"),
                        row.getString("group_name"),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("before"),
                        row.getLong("tasks"),
                        row.getLong("urgent")))
                .list());
    }
}
