package fr.tiers.task.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Priority;
import fr.tiers.event.Series;
import fr.tiers.event.SeriesScope;
import fr.tiers.event.SeriesView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.recurrence.web.RecurrenceForm;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.task.TaskList;
import fr.tiers.task.TaskRow;
import fr.tiers.task.Tasks;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One task: changed, handed on, taken, deleted; of a series this one, the following or all. */
@Named("taskForm")
@ViewScoped
public class TaskForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String LIST = "/task/list.xhtml?faces-redirect=true";

    private final Tasks tasks;
    private final TaskList list;
    private final Events events;
    private final Series allSeries;
    private final Refusals refusals;
    private String idText;
    private EventView task;
    private TaskRow row;
    private SeriesView series;
    private boolean editable;
    private String subject;
    private String body;
    private String type;
    private LocalDate dueOn;
    private LocalDateTime start;
    private LocalDateTime end;
    private Priority priority;
    private EventState state;
    private boolean secret;
    private SeriesScope scope = SeriesScope.THIS;
    private RecurrenceForm recurrence;
    private String holder = "";
    private String note;

    protected TaskForm() {
        this(null, null, null, null, null);
    }

    @Inject
    public TaskForm(Tasks tasks, TaskList list, Events events, Series allSeries, Refusals refusals) {
        this.tasks = tasks;
        this.list = list;
        this.events = events;
        this.allSeries = allSeries;
        this.refusals = refusals;
    }

    /** Answers 404 for what is no task of the caller's. */
    public void load() {
        try {
            read(Params.id("task", String.valueOf(idText)));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    private void read(long id) {
        task = tasks.get(id);
        row = list.get(id);
        editable = events.mayEdit(task);
        series = allSeries.of(id).orElse(null);
        subject = task.subject();
        body = task.body();
        type = task.type();
        dueOn = task.task().dueOn();
        start = hasSlot() ? local(task.start()) : null;
        end = local(task.end());
        priority = task.task().priority();
        state = task.state();
        secret = task.privateEntry();
        recurrence =
                series == null ? null : new RecurrenceForm(local(task.start()).toLocalDate(), series.rule());
    }

    private static LocalDateTime local(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, Formats.ZONE);
    }

    /** Whether a time was said, besides the day it is due. */
    private boolean hasSlot() {
        return task.end() != null || dueOn != null && !local(task.start()).equals(dueOn.atStartOfDay());
    }

    public String save() {
        var slotStart = start == null ? null : start.atZone(Formats.ZONE).toInstant();
        var slotEnd = end == null ? null : end.atZone(Formats.ZONE).toInstant();
        var command = task.command();
        command = Records.with(Records.with(command, "subject", subject), "body", body);
        command = Records.with(Records.with(command, "start", slotStart), "end", slotEnd);
        command = Records.with(Records.with(command, "state", state), "type", type);
        command = Records.with(command, "privateEntry", secret);
        var changed = Records.with(command, "task", new EventCommand.Task(dueOn, priority));
        if (!refusals.guard(() -> write(changed))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("task.saved", subject));
        return LIST;
    }

    private void write(EventCommand command) {
        if (series == null || scope == SeriesScope.THIS) {
            events.update(task.id(), task.version(), command);
            return;
        }
        var rule = recurrence.toRule();
        if (rule == null) {
            throw BusinessException.invalid("frequency", "required");
        }
        allSeries.update(task.id(), task.version(), command, scope, series.hasRule(rule) ? null : rule);
    }

    public String delete() {
        var asked = series == null ? SeriesScope.THIS : scope;
        if (!refusals.guard(() -> allSeries.delete(task.id(), task.version(), asked))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("task.deleted", task.subject()));
        return LIST;
    }

    public String delegate() {
        var to = new Tasks.Delegation(Holder.user(holder), Holder.group(holder), note);
        if (!refusals.guard(() -> tasks.delegate(task.id(), task.version(), to))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("task.delegated", task.subject()));
        return LIST + "&scope=DELEGATED";
    }

    public String take() {
        if (!refusals.guard(() -> tasks.take(task.id()))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("task.taken", task.subject()));
        return LIST;
    }

    public boolean isFound() {
        return task != null;
    }

    public EventView getTask() {
        return task;
    }

    public TaskRow getRow() {
        return row;
    }

    public SeriesView getSeries() {
        return series;
    }

    public boolean isEditable() {
        return editable;
    }

    public List<SeriesScope> getScopes() {
        return List.of(SeriesScope.values());
    }

    /** Whether the rule is asked for: one event has none. */
    public boolean isRuleAsked() {
        return series != null && scope != SeriesScope.THIS;
    }

    public RecurrenceForm getRecurrence() {
        return recurrence;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public LocalDateTime getStart() {
        return start;
    }

    public void setStart(LocalDateTime start) {
        this.start = start;
    }

    public LocalDateTime getEnd() {
        return end;
    }

    public void setEnd(LocalDateTime end) {
        this.end = end;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public EventState getState() {
        return state;
    }

    public void setState(EventState state) {
        this.state = state;
    }

    public boolean isSecret() {
        return secret;
    }

    public void setSecret(boolean secret) {
        this.secret = secret;
    }

    public SeriesScope getScope() {
        return scope;
    }

    public void setScope(SeriesScope scope) {
        this.scope = scope;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
