package fr.tiers.task.web;

import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.task.TaskList;
import fr.tiers.task.TaskLoad;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** The planning: a line for everybody who has tasks, a column for each day of a week, or for each of some weeks. */
@Named("taskPlanning")
@RequestScoped
public class TaskPlanning {

    private static final String PAGE = "planning.xhtml";
    private static final int DAYS = 7;
    private static final int WEEKS = 6;
    /** So many tasks in a cell are as dark as it gets. */
    private static final int DARKEST = 4;

    private final TaskList list;
    private final Clock clock;
    private final TaskQuery query;
    private List<Row> rows;

    protected TaskPlanning() {
        this(null, null, null);
    }

    @Inject
    public TaskPlanning(TaskList list, Clock clock, HttpServletRequest request) {
        this.list = list;
        this.clock = clock;
        query = request == null ? null : new TaskQuery(request);
    }

    @PostConstruct
    void count() {
        var columns = getColumns();
        var found = list.load(
                query.filter(getToday(), true),
                columns.get(0).from(),
                columns.get(columns.size() - 1).to());
        var holders = new LinkedHashMap<String, List<TaskLoad>>();
        found.forEach(each ->
                holders.merge(each.assignee() + "/" + each.group(), List.of(each), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .toList()));
        rows = holders.values().stream().map(each -> row(each, columns)).toList();
    }

    /** The days of a column. */
    public record Column(LocalDate from, LocalDate to) {}

    /**
     * @param url the list of these tasks; null for none, or where no list can say which
     * @param level how dark the cell is
     */
    public record Cell(long tasks, long urgent, String url, int level) {}

    /** Somebody, or the queue of a group, with a cell for what comes before, for each column and for what has no day. */
    public record Row(String name, boolean queue, Cell before, List<Cell> cells, Cell never, long total) {}

    private Row row(List<TaskLoad> loads, List<Column> columns) {
        var first = loads.get(0);
        var holder = new LinkedHashMap<String, String>();
        holder.put("assignee", first.assignee() == null ? "" : first.assignee());
        holder.put("group", first.group() == null ? "" : first.group());
        var before = loads.stream().filter(TaskLoad::before).toList();
        var never = loads.stream()
                .filter(each -> !each.before() && each.day() == null)
                .toList();
        var cells = columns.stream()
                .map(column -> cell(
                        loads.stream()
                                .filter(each -> each.day() != null
                                        && !each.day().isBefore(column.from())
                                        && !each.day().isAfter(column.to()))
                                .toList(),
                        url(holder, column.from(), column.to())))
                .toList();
        var name = first.assigneeName() != null
                ? first.assigneeName()
                : first.groupName() != null ? first.groupName() : Functions.text("task.planning.nobody");
        return new Row(
                name,
                first.assignee() == null,
                cell(before, url(holder, null, columns.get(0).from().minusDays(1))),
                cells,
                cell(never, null),
                loads.stream().mapToLong(TaskLoad::tasks).sum());
    }

    private static Cell cell(List<TaskLoad> loads, String url) {
        long tasks = loads.stream().mapToLong(TaskLoad::tasks).sum();
        long urgent = loads.stream().mapToLong(TaskLoad::urgent).sum();
        return new Cell(tasks, urgent, tasks == 0 ? null : url, (int) Math.min(DARKEST, tasks));
    }

    private String url(Map<String, String> holder, LocalDate from, LocalDate to) {
        var changes = new LinkedHashMap<>(holder);
        changes.put("dueFrom", from == null ? "" : from.toString());
        changes.put("dueTo", to.toString());
        changes.put("due", "");
        changes.put("date", "");
        changes.put("by", "");
        changes.put("page", "");
        return query.url("list.xhtml", changes);
    }

    public TaskQuery getQuery() {
        return query;
    }

    public List<Row> getRows() {
        return rows;
    }

    public LocalDate getToday() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    public boolean isByWeek() {
        return query.get("by") != null;
    }

    private LocalDate monday() {
        var date = query.day("date") == null ? getToday() : query.day("date");
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public List<Column> getColumns() {
        var monday = monday();
        return isByWeek()
                ? IntStream.range(0, WEEKS)
                        .mapToObj(i -> new Column(
                                monday.plusWeeks(i), monday.plusWeeks(i).plusDays(DAYS - 1L)))
                        .toList()
                : IntStream.range(0, DAYS)
                        .mapToObj(i -> new Column(monday.plusDays(i), monday.plusDays(i)))
                        .toList();
    }

    public boolean isToday(Column column) {
        return !getToday().isBefore(column.from()) && !getToday().isAfter(column.to());
    }

    /** lun. 23, or from which day to which a week goes. */
    public String head(Column column) {
        var locale = Faces.getLocale();
        return isByWeek()
                ? DateTimeFormatter.ofPattern("d/MM", locale).format(column.from()) + "–"
                        + DateTimeFormatter.ofPattern("d/MM", locale).format(column.to())
                : DateTimeFormatter.ofPattern("EEE d", locale).format(column.from());
    }

    /** The month, as the planning is called. */
    public String getTitle() {
        return DateTimeFormatter.ofPattern("MMMM yyyy", Faces.getLocale()).format(monday());
    }

    /** @param by 1 for what follows, -1 for what comes before */
    public String stepUrl(int by) {
        return url(
                "date", monday().plusWeeks((long) by * (isByWeek() ? WEEKS : 1)).toString());
    }

    public String getTodayUrl() {
        return url("date", "");
    }

    public String getDaysUrl() {
        return url("by", "");
    }

    public String getWeeksUrl() {
        return url("by", "WEEK");
    }

    private String url(String name, String value) {
        return query.url(PAGE, Map.of(name, value));
    }
}
