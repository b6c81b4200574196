package fr.tiers.task.web;

import fr.tiers.event.EventState;
import fr.tiers.event.Priority;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.task.TaskFilter;
import fr.tiers.task.TaskScope;
import fr.tiers.task.TaskSort;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the URL of the list or the board asks for; what cannot be understood there is left out. */
public class TaskQuery implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> DUES = List.of("LATE", "TODAY", "WEEK");
    /** Beyond this one narrows the list instead of turning pages. */
    static final int LAST_PAGE = 400;

    private final LinkedHashMap<String, String> given = new LinkedHashMap<>();

    TaskQuery(HttpServletRequest request) {
        take(
                request,
                "scope",
                text -> isOne(TaskScope.values(), text)
                        && !TaskScope.MINE.name().equals(text));
        take(request, "q", text -> true);
        take(request, "due", DUES::contains);
        take(request, "dueFrom", TaskQuery::isDay);
        take(request, "dueTo", TaskQuery::isDay);
        take(request, "date", TaskQuery::isDay);
        take(request, "by", "WEEK"::equals);
        take(request, "priority", text -> isOne(Priority.values(), text));
        take(request, "assignee", text -> true);
        take(request, "group", text -> true);
        take(request, "state", text -> Set.of("CLOSED", "ALL").contains(text));
        take(request, "tier", text -> text.matches("\\d{1,18}"));
        take(request, "contact", text -> text.matches("\\d{1,18}"));
        take(request, "sort", TaskQuery::isSort);
        take(request, "page", text -> text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= LAST_PAGE);
    }

    private void take(HttpServletRequest request, String name, Predicate<String> readable) {
        var sent = request.getParameter(name);
        var text = sent == null ? "" : Params.typed(sent);
        if (!text.isEmpty() && readable.test(text)) {
            given.put(name, text);
        }
    }

    private static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year <= 2199;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isOne(Enum<?>[] values, String text) {
        return Stream.of(values).anyMatch(value -> value.name().equals(text));
    }

    private static boolean isSort(String text) {
        try {
            TaskSort.Order.parse(text);
            return true;
        } catch (BusinessException e) {
            return false;
        }
    }

    public String get(String name) {
        return given.get(name);
    }

    public TaskScope getScope() {
        return given.containsKey("scope") ? TaskScope.valueOf(given.get("scope")) : TaskScope.MINE;
    }

    /** Whether anything narrows it beyond the scope. */
    public boolean isNarrowed() {
        return given.keySet().stream()
                .anyMatch(name -> !Set.of("scope", "sort", "page", "date", "by").contains(name));
    }

    int page() {
        return Integer.parseInt(given.getOrDefault("page", "1"));
    }

    TaskSort.Order order() {
        return given.containsKey("sort") ? TaskSort.Order.parse(given.get("sort")) : TaskSort.Order.BY_DUE;
    }

    /** @param board whose columns say the state */
    TaskFilter filter(LocalDate today, boolean board) {
        var due = given.get("due");
        var state = given.get("state");
        return new TaskFilter(
                getScope(),
                given.get("q"),
                null,
                board || "ALL".equals(state) ? null : Boolean.valueOf(!"CLOSED".equals(state)),
                "LATE".equals(due) ? Boolean.TRUE : null,
                "TODAY".equals(due) || "WEEK".equals(due) ? today : day("dueFrom"),
                "TODAY".equals(due) ? today : "WEEK".equals(due) ? today.plusDays(6) : day("dueTo"),
                given.containsKey("priority") ? Priority.valueOf(given.get("priority")) : null,
                null,
                number("tier"),
                number("contact"),
                given.get("assignee"),
                given.get("group"),
                null);
    }

    /** @return null when it is not asked for */
    LocalDate day(String name) {
        return given.containsKey(name) ? LocalDate.parse(given.get(name)) : null;
    }

    private Long number(String name) {
        return given.containsKey(name) ? Long.valueOf(given.get(name)) : null;
    }

    /** @param changes others in place of what is asked; an empty one is dropped */
    String url(String page, Map<String, String> changes) {
        return ListUrl.of(page, given, changes);
    }

    public List<String> getDues() {
        return DUES;
    }

    public List<TaskScope> getScopes() {
        return List.of(TaskScope.values());
    }

    public List<EventState> getStates() {
        return List.of(EventState.values());
    }

    public List<Priority> getPriorities() {
        return List.of(Priority.values());
    }
}
