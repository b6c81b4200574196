package fr.tiers.task.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.Priority;
import fr.tiers.event.Series;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.recurrence.web.RecurrenceForm;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.task.Tasks;
import fr.tiers.tier.TierService;
import fr.tiers.tier.web.TierPick;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The quick entry of a task above list and board: a subject is enough. */
@Named("newTask")
@ViewScoped
public class NewTask implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Tasks tasks;
    private final Series series;
    private final TierService tiers;
    private final Refusals refusals;
    private final Clock clock;
    private String subject;
    private String type = "TASK";
    private LocalDate dueOn;
    private Priority priority = Priority.NORMAL;
    private String holder = "";
    private TierPick tier;
    private RecurrenceForm recurrence;
    private String query = "";

    protected NewTask() {
        this(null, null, null, null, null);
    }

    @Inject
    public NewTask(Tasks tasks, Series series, TierService tiers, Refusals refusals, Clock clock) {
        this.tasks = tasks;
        this.series = series;
        this.tiers = tiers;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** A tier in the URL is the one that the list is about. */
    @PostConstruct
    void prefill() {
        recurrence = new RecurrenceForm(today());
        var asked = Faces.getRequestParameter("tier");
        if (asked != null && asked.matches("\\d{1,18}")) {
            try {
                var found = tiers.get(Long.parseLong(asked));
                tier = new TierPick(found.id(), found.name());
            } catch (BusinessException e) {
                // a tier that is not there for this user is simply not filled in
                tier = null;
            }
        }
        query = Faces.getRequestQueryString();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    public String add() {
        var to = Holder.user(holder);
        var command = Records.with(
                Records.with(
                        Records.with(
                                new EventCommand(type, subject, null, null),
                                "task",
                                new EventCommand.Task(firstDay(), priority)),
                        "assignee",
                        to),
                "group",
                Holder.group(holder));
        var tierId = tier == null ? null : Long.valueOf(tier.id());
        var rule = recurrence.toRule();
        boolean added = refusals.guard(() -> {
            if (rule == null) {
                tasks.create(tierId, command);
            } else {
                series.create(tierId, command, rule);
            }
        });
        if (!added) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1(rule == null ? "task.added" : "task.added.series", subject));
        var page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return page + "?faces-redirect=true" + (query == null || query.isEmpty() ? "" : '&' + query);
    }

    /** What comes again has a first day. */
    private LocalDate firstDay() {
        return dueOn == null && recurrence.isRepeating() ? today() : dueOn;
    }

    public RecurrenceForm getRecurrence() {
        return recurrence;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
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
        recurrence.startOn(dueOn);
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public TierPick getTier() {
        return tier;
    }

    public void setTier(TierPick tier) {
        this.tier = tier;
    }
}
