package fr.tiers.task.web;

import fr.tiers.event.EventState;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.task.TaskList;
import fr.tiers.task.TaskRow;
import fr.tiers.task.Tasks;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Messages;

/** The list of tasks. The URL says what it shows; the rows are those that were seen when something is done with one. */
@Named("taskList")
@ViewScoped
public class TaskListView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 25;
    private static final String PAGE = "list.xhtml";

    private final TaskList list;
    private final Tasks tasks;
    private final HttpServletRequest request;
    private final Refusals refusals;
    private final Clock clock;
    private TaskQuery query;
    private ArrayList<TaskRow> rows;
    private Long total;
    /** What was checked off last, as it was before. */
    private TaskRow checked;

    private long checkedVersion;

    protected TaskListView() {
        this(null, null, null, null, null);
    }

    @Inject
    public TaskListView(TaskList list, Tasks tasks, HttpServletRequest request, Refusals refusals, Clock clock) {
        this.list = list;
        this.tasks = tasks;
        this.request = request;
        this.refusals = refusals;
        this.clock = clock;
    }

    @PostConstruct
    void read() {
        query = new TaskQuery(request);
    }

    public TaskQuery getQuery() {
        return query;
    }

    public List<TaskRow> getRows() {
        if (rows == null) {
            rows = new ArrayList<>(list.rows(
                    query.filter(LocalDate.now(clock), false), query.order(), (query.page() - 1) * SIZE, SIZE));
        }
        return rows;
    }

    public long getTotal() {
        if (total == null) {
            total = list.count(query.filter(LocalDate.now(clock), false));
        }
        return total;
    }

    public boolean isMoreThanCounted() {
        return getTotal() >= Slice.COUNT_CAP;
    }

    private void reload() {
        rows = null;
        total = null;
    }

    /** Checks a task off, or takes it up again. */
    public void check(TaskRow row) {
        var state = row.state().isOpen() ? EventState.DONE : EventState.PLANNED;
        checked = null;
        refusals.guard(() -> {
            checkedVersion = tasks.changeState(row.id(), row.version(), state).version();
            checked = state == EventState.DONE ? row : null;
        });
        reload();
    }

    /** As if it had not been checked off. */
    public void undo() {
        var row = checked;
        checked = null;
        if (row != null) {
            refusals.guard(() -> tasks.changeState(row.id(), checkedVersion, row.state()));
        }
        reload();
    }

    public TaskRow getChecked() {
        return checked;
    }

    public void take(TaskRow row) {
        checked = null;
        if (refusals.guard(() -> tasks.take(row.id()))) {
            Messages.addGlobalInfo(Functions.text1("task.taken", row.subject()));
        }
        reload();
    }

    /** @return {@code ascending}, {@code descending} or {@code none}, as a column's head says it */
    public String sorted(String field) {
        return ListUrl.sorted(field, query.order().field(), query.order().descending());
    }

    /** The list sorted by a column; a second click turns it round. */
    public String sortUrl(String field) {
        return query.url(PAGE, Map.of("sort", "ascending".equals(sorted(field)) ? '-' + field : field, "page", ""));
    }

    /** @return null on the first page */
    public String getPreviousUrl() {
        int page = query.page();
        return page == 1 ? null : query.url(PAGE, Map.of("page", page == 2 ? "" : String.valueOf(page - 1)));
    }

    /** @return null on the last page */
    public String getNextUrl() {
        int page = query.page();
        return (long) page * SIZE < getTotal() && page < TaskQuery.LAST_PAGE
                ? query.url(PAGE, Map.of("page", String.valueOf(page + 1)))
                : null;
    }

    public long getFirst() {
        return (query.page() - 1L) * SIZE + 1;
    }

    public long getLast() {
        return getFirst() + getRows().size() - 1;
    }
}
