package fr.tiers.task.web;

import fr.tiers.event.EventState;
import fr.tiers.kernel.Slice;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The board: a column for each state, each read page by page, the order inside it kept. */
@Named("taskBoard")
@ViewScoped
public class TaskBoard implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int STEP = 20;
    /** Beyond this one narrows the board instead of reading on. */
    private static final int MOST = 400;

    private final TaskList list;
    private final Tasks tasks;
    private final HttpServletRequest request;
    private final Refusals refusals;
    private final Clock clock;
    private final EnumMap<EventState, Integer> sizes = new EnumMap<>(EventState.class);
    private TaskQuery query;
    private transient Map<EventState, Slice<TaskRow>> columns;

    protected TaskBoard() {
        this(null, null, null, null, null);
    }

    @Inject
    public TaskBoard(TaskList list, Tasks tasks, HttpServletRequest request, Refusals refusals, Clock clock) {
        this.list = list;
        this.tasks = tasks;
        this.request = request;
        this.refusals = refusals;
        this.clock = clock;
    }

    @PostConstruct
    void read() {
        query = new TaskQuery(request);
        Stream.of(EventState.values()).forEach(state -> sizes.put(state, STEP));
    }

    public TaskQuery getQuery() {
        return query;
    }

    public List<EventState> getStates() {
        return List.of(EventState.values());
    }

    public Slice<TaskRow> column(EventState state) {
        if (columns == null) {
            columns = list.board(query.filter(LocalDate.now(clock), true), sizes);
        }
        return columns.get(state);
    }

    /** How many are in a column, as its head says it. */
    public String count(EventState state) {
        var column = column(state);
        return Functions.number(column.total()) + (column.totalIsExact() ? "" : "+");
    }

    public boolean isMore(EventState state) {
        return column(state).next() != null && sizes.get(state) < MOST;
    }

    public void more(EventState state) {
        sizes.merge(state, STEP, Integer::sum);
        columns = null;
    }

    /** What the drag or the menu says: the task as it was seen, the column, and the task it is put below, if any. */
    public void move() {
        var id = number("task");
        var version = number("version");
        var state = Faces.getRequestParameter("state");
        if (id == null
                || version == null
                || Stream.of(EventState.values()).noneMatch(each -> each.name().equals(state))) {
            return;
        }
        if (refusals.guard(() -> tasks.move(id, version, EventState.valueOf(state), number("after")))) {
            Messages.addGlobalInfo(Functions.text1("task.moved", Functions.text("event.state." + state)));
        }
        columns = null;
    }

    public void take() {
        var id = number("task");
        if (id != null) {
            refusals.guard(() -> tasks.take(id));
            columns = null;
        }
    }

    private static Long number(String name) {
        var text = Faces.getRequestParameter(name);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
