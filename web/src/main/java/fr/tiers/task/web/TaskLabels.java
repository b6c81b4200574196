package fr.tiers.task.web;

import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.event.EventType;
import fr.tiers.event.Priority;
import fr.tiers.event.web.EventLabels;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.task.TaskPeople;
import fr.tiers.task.TaskRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How tasks read on the screen, and what there is to choose from. */
@Named("taskLabels")
@RequestScoped
public class TaskLabels {

    private final EventLabels types;
    private final TaskPeople people;
    private final Clock clock;
    private List<TaskPeople.Choice> users;
    private List<TaskPeople.Choice> groups;

    protected TaskLabels() {
        this(null, null, null);
    }

    @Inject
    public TaskLabels(EventLabels types, TaskPeople people, Clock clock) {
        this.types = types;
        this.people = people;
        this.clock = clock;
    }

    /** Types that tasks can have. */
    public List<EventType> getTypes() {
        return types.getChoices().stream()
                .filter(type -> type.kind() == EventKind.TASK)
                .toList();
    }

    /** @param present stays although it is given no more */
    public List<EventType> choices(String present) {
        return types.choices(present).stream()
                .filter(type -> type.kind() == EventKind.TASK)
                .toList();
    }

    public List<EventState> getStates() {
        return List.of(EventState.values());
    }

    public List<Priority> getPriorities() {
        return List.of(Priority.values());
    }

    /** To whom a task can go, by name, as {@link Holder} says it. */
    public List<TaskPeople.Choice> getUsers() {
        if (users == null) {
            users = Holder.users(people.users());
        }
        return users;
    }

    /** By name. */
    public List<TaskPeople.Choice> getGroups() {
        if (groups == null) {
            groups = Holder.groups(people.groups());
        }
        return groups;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    /** The day so many days from today, as a date input has it. */
    public String inDays(int days) {
        return today().plusDays(days).toString();
    }

    /** Today, tomorrow, or the date. */
    public String due(LocalDate day) {
        if (day == null) {
            return "";
        }
        var today = today();
        return day.equals(today)
                ? Functions.text("task.due.today")
                : day.equals(today.plusDays(1)) ? Functions.text("task.due.tomorrow") : Functions.date(day);
    }

    public boolean isToday(LocalDate day) {
        return today().equals(day);
    }

    /** Who has it, or whose queue it waits in. */
    public String holder(TaskRow task) {
        return task.assignee() != null
                ? task.assigneeName()
                : task.group() == null
                        ? Functions.text("task.nobody")
                        : Functions.text1("task.queueOf", task.groupName());
    }

    /** The kind of pill that wears a priority; an ordinary one wears none. */
    public String pill(Priority priority) {
        return switch (priority) {
            case URGENT -> "danger";
            case HIGH -> "warning";
            case NORMAL, LOW -> "neutral";
        };
    }

    public String icon(Priority priority) {
        return switch (priority) {
            case URGENT -> "pi-exclamation-circle";
            case HIGH -> "pi-angle-double-up";
            case NORMAL -> "pi-minus";
            case LOW -> "pi-angle-double-down";
        };
    }
}
