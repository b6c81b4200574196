package fr.tiers.benchmark;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.Visibility;
import fr.tiers.agenda.Agenda;
import fr.tiers.agenda.AgendaFrame;
import fr.tiers.agenda.TestAgenda;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.event.EventFilter;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventList;
import fr.tiers.event.EventSort;
import fr.tiers.event.EventState;
import fr.tiers.event.TestEvents;
import fr.tiers.history.LineRights;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.timeline.TestTimeline;
import fr.tiers.timeline.Timeline;
import fr.tiers.timeline.TimelineFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Agenda, timeline and list of events: for somebody who sees all, somebody of fifty units and somebody who sees only his own. */
final class EventBenchmark {

    private static final Map<String, String> CALLERS =
            new TreeMap<>(Map.of("admin", "sees all", "network", "50 units", "portfolio", "own only"));
    private static final int PAGE = 20;
    private static final int PAGES_DOWN = 60;
    private static final int TEN_YEARS = 3_600;

    private final Bench bench;
    private final Clock clock = Clock.system(ClockProducer.ZONE);
    private final LocalDate today = LocalDate.now(clock);

    private EventBenchmark(Bench bench) {
        this.bench = bench;
    }

    static void run(Bench bench) {
        var all = new EventBenchmark(bench);
        CALLERS.forEach(all::agenda);
        CALLERS.forEach(all::timeline);
        CALLERS.forEach(all::list);
    }

    private Callers caller(String login) {
        return TestCallers.of(caller(login, today));
    }

    private Caller caller(String login, LocalDate day) {
        return TestCallers.read(bench.database().db(), login, day);
    }

    private void agenda(String login, String sees) {
        bench.heading("Agenda, caller " + sees);
        var agenda = TestAgenda.of(bench.database(), caller(login), clock);
        var people = new TreeMap<>(Map.of(
                "1 usual", List.of("c250"),
                "1 full", List.of("c001"),
                "10 usual", colleagues(200),
                "10 full", colleagues(1)));
        Map.of("day", 1, "week", 7, "month", 31).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(frame -> people.forEach((who, logins) -> bench.measure(
                        "%s of %s".formatted(frame.getKey(), who),
                        run -> entries(agenda, logins, frame.getValue(), run))));
    }

    private static List<String> colleagues(int first) {
        return IntStream.range(first, first + 10).mapToObj("c%03d"::formatted).toList();
    }

    /** Now around today, now any time ago. */
    private long entries(Agenda agenda, List<String> logins, int days, int run) {
        var back = run % 2 == 0 ? run : new Random(run).nextInt(TEN_YEARS);
        var from = today.minusDays(back).atStartOfDay(ClockProducer.ZONE).toInstant();
        return agenda.entries(new AgendaFrame(from, from.plus(Duration.ofDays(days)), logins, Set.of(), false))
                .size();
    }

    private void timeline(String login, String sees) {
        bench.heading("Timeline, caller " + sees);
        var callers = caller(login);
        var rights = new LineRights(List.of(
                TestEvents.sight(bench.database(), callers), TestCustomFields.rights(bench.database(), callers)));
        var timeline = TestTimeline.of(bench.database(), callers, rights, clock);
        var ordinary = tiers(callers.current());
        // the tier that has ten thousand, or of those whom the caller sees the one that has most
        long many = most(callers.current());
        walk(timeline, "ordinary tiers", ordinary);
        walk(timeline, "tier of most entries", List.of(many));
        var deep = down(timeline, many);
        bench.measure(
                "tier of most entries: page " + PAGES_DOWN, run -> timeline.page(many, TimelineFilter.ALL, deep, PAGE)
                        .items()
                        .size());
    }

    private void walk(Timeline timeline, String which, List<Long> tiers) {
        var year = Instant.now(clock).minus(Duration.ofDays(365));
        var filters = Map.of(
                "",
                TimelineFilter.ALL,
                " events",
                TimelineFilter.kind("EVENT"),
                " mails",
                TimelineFilter.kind("MAIL"),
                " changes",
                TimelineFilter.kind("CHANGE"),
                " documents (none)",
                TimelineFilter.kind("DOCUMENT"),
                " meetings",
                new TimelineFilter(null, "MEETING", null, null, null),
                " of c001",
                new TimelineFilter(null, null, "c001", null, null),
                " of nobody",
                new TimelineFilter(null, null, "nobody", null, null),
                " a year ago",
                new TimelineFilter(null, null, null, year, year.plus(Duration.ofDays(30))));
        bench.measure(which + ": latest", run -> timeline.latest(tiers.get(run % tiers.size()), PAGE)
                .size());
        new TreeMap<>(filters)
                .forEach((name, filter) ->
                        bench.measure(which + ":" + (name.isEmpty() ? " first page" : name), run -> timeline.page(
                                        tiers.get(run % tiers.size()), filter, null, PAGE)
                                .items()
                                .size()));
    }

    private String down(Timeline timeline, long tier) {
        String after = null;
        for (int page = 1; page < PAGES_DOWN; page++) {
            var next = timeline.page(tier, TimelineFilter.ALL, after, PAGE).next();
            if (next == null) {
                break;
            }
            after = next;
        }
        return after;
    }

    /** Some of those that the caller sees. */
    private List<Long> tiers(Caller caller) {
        return seen(caller, "select t.id from tier t where %s and t.id %% 97 = 5 limit 50");
    }

    private long most(Caller caller) {
        return seen(
                        caller,
                        """
                        select e.tier_id from event e join tier t on t.id = e.tier_id
                        where %s group by e.tier_id order by count(*) desc limit 1
                        """)
                .get(0);
    }

    private List<Long> seen(Caller caller, String sql) {
        var visibility = Visibility.of(caller);
        return bench.database().jdbi().withHandle(handle -> visibility
                .bind(handle.createQuery(sql.formatted(visibility.predicate("t"))))
                .mapTo(Long.class)
                .list());
    }

    private void list(String login, String sees) {
        bench.heading("List of events, caller " + sees);
        var list = TestEvents.list(bench.database(), caller(login));
        var month = today.minusYears(2).atStartOfDay(ClockProducer.ZONE).toInstant();
        long many = most(caller(login, today));
        page(list, "everything", EventFilter.NONE, "-start");
        page(list, "meetings", filter(EventKind.MEETING, null, null, null, null, null), "-start");
        page(list, "open tasks by due day", filter(EventKind.TASK, EventState.PLANNED, null, null, null, null), "due");
        page(list, "of one colleague", filter(null, null, "c100", null, null, null), "-start");
        page(list, "of a month", filter(null, null, null, month, month.plus(Duration.ofDays(30)), null), "-start");
        page(list, "with a word in the subject", words("devis"), "-start");
        page(list, "with a word that is nowhere", words("ornithorynque"), "-start");
        page(list, "of the tier with most", filter(null, null, null, null, null, many), "-start");
    }

    private static EventFilter words(String q) {
        return new EventFilter(
                q, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static EventFilter filter(
            EventKind kind, EventState state, String assignee, Instant from, Instant to, Long tier) {
        return new EventFilter(
                null, tier, null, null, null, kind, state, null, null, assignee, null, null, from, to, null, null);
    }

    private void page(EventList list, String what, EventFilter filter, String sort) {
        var order = EventSort.Order.parse(sort);
        bench.measure(what, run -> list.page(filter, order, null, PAGE).items().size());
    }
}
