package fr.tiers.agenda.web;

import fr.tiers.address.site.PublicHoliday;
import fr.tiers.agenda.Agenda;
import fr.tiers.agenda.AgendaDays;
import fr.tiers.agenda.AgendaEntry;
import fr.tiers.agenda.AgendaFrame;
import fr.tiers.agenda.AgendaPeople;
import fr.tiers.agenda.AgendaPeople.Person;
import fr.tiers.agenda.AgendaPeople.Team;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** The agenda: whose, when and how much of it stands in the URL. */
@Named("agenda")
@ViewScoped
public class AgendaPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int WEEK = 7;
    private static final int HUES = 8;
    /** What every browser of a phone says of itself. */
    private static final String PHONE = "Mobi";

    private final Agenda service;
    private final AgendaPeople directory;
    private final Clock clock;
    private AgendaUrl url;
    private transient List<Person> everybody;
    private transient List<Team> groups;
    private transient List<Team> units;
    private transient List<Person> people;
    private transient List<AgendaEntry> entries;
    private transient TimeGrid grid;
    private transient List<MonthWeek> weeks;
    private boolean phone;

    protected AgendaPage() {
        this(null, null, null);
    }

    @Inject
    public AgendaPage(Agenda service, AgendaPeople directory, Clock clock) {
        this.service = service;
        this.directory = directory;
        this.clock = clock;
    }

    @PostConstruct
    void read() {
        url = AgendaUrl.of(Faces.getRequestParameterValuesMap());
        var browser = Faces.getRequestHeader("User-Agent");
        phone = browser != null && browser.contains(PHONE);
    }

    /** The agenda is of the house: for others the page does not exist. */
    public void open() {
        Refusals.refusalOf(this::getEverybody)
                .map(BusinessException::code)
                .ifPresent(code -> Faces.responseSendError(404, code));
    }

    /** What was shown has changed. */
    void forget() {
        entries = null;
        grid = null;
        weeks = null;
    }

    public AgendaUrl getUrl() {
        return url;
    }

    /** What the URL asks for; else a day on a phone, a week where there is room for it. */
    public AgendaScope getScope() {
        return !isOpen() ? url.scope() : phone ? AgendaScope.DAY : AgendaScope.WEEK;
    }

    private boolean isOpen() {
        return url.scope() == null;
    }

    /** A week that nobody asked for is a list in a narrow window. */
    public boolean isWeekOrList() {
        return isOpen() && !phone;
    }

    public LocalDate getToday() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    public LocalDate getDate() {
        return url.date() == null ? getToday() : url.date();
    }

    public List<LocalDate> getDays() {
        return getScope().days(getDate());
    }

    TimeAxis axis() {
        return TimeAxis.of(getDays());
    }

    /** Days, or people of a day, over hours. */
    public boolean isHours() {
        return getScope() != AgendaScope.MONTH && getScope() != AgendaScope.LIST;
    }

    public boolean isMonth() {
        return getScope() == AgendaScope.MONTH;
    }

    /** A list on every screen; where the URL asks for nothing it stands on small ones only. */
    public boolean isList() {
        return getScope() == AgendaScope.LIST;
    }

    // --- people

    public List<Person> getEverybody() {
        if (everybody == null) {
            everybody = directory.people();
        }
        return everybody;
    }

    public List<Team> getGroups() {
        if (groups == null) {
            groups = directory.groups();
        }
        return groups;
    }

    public List<Team> getUnits() {
        if (units == null) {
            units = directory.units();
        }
        return units;
    }

    /** Whose agendas are shown: those chosen, one by one and by team; the caller's own when nobody is. */
    public List<Person> getPeople() {
        if (people == null) {
            var wanted = new LinkedHashSet<>(url.users());
            members(url.groups(), this::getGroups).forEach(wanted::add);
            members(url.units(), this::getUnits).forEach(wanted::add);
            var found = wanted.stream()
                    .flatMap(login -> getEverybody().stream()
                            .filter(person -> person.login().equals(login)))
                    .limit(AgendaFrame.MAX_USERS)
                    .toList();
            people = found.isEmpty() ? own() : found;
        }
        return people;
    }

    private static Stream<String> members(List<String> codes, java.util.function.Supplier<List<Team>> teams) {
        return codes.isEmpty()
                ? Stream.empty()
                : teams.get().stream()
                        .filter(team -> codes.contains(team.code()))
                        .map(Team::members)
                        .flatMap(Collection::stream);
    }

    /** The login of whoever looks at it. */
    String caller() {
        return String.valueOf(Faces.getRemoteUser()).toLowerCase(Locale.ROOT);
    }

    private List<Person> own() {
        var login = caller();
        return getEverybody().stream()
                .filter(person -> person.login().equals(login))
                .toList();
    }

    public boolean isSeveral() {
        return getPeople().size() > 1;
    }

    public List<String> getLogins() {
        return getPeople().stream().map(Person::login).toList();
    }

    /** The colour of somebody among those shown. */
    public int hue(String login) {
        return Math.max(0, getLogins().indexOf(login)) % HUES;
    }

    public String name(String login) {
        return getPeople().stream()
                .filter(person -> person.login().equals(login))
                .map(Person::name)
                .findFirst()
                .orElse(login);
    }

    public boolean isChosen(String login) {
        return getLogins().contains(login);
    }

    public boolean isChosenGroup(String code) {
        return url.groups().contains(code);
    }

    public boolean isChosenUnit(String code) {
        return url.units().contains(code);
    }

    /** Without somebody. */
    public String without(String login) {
        var others = getLogins().stream().filter(each -> !each.equals(login)).toList();
        return url.with("users", others)
                .with("groups", List.of())
                .with("units", List.of())
                .toString();
    }

    // --- entries

    public List<AgendaEntry> getEntries() {
        if (entries == null) {
            var days = getDays();
            entries = getLogins().isEmpty()
                    ? List.of()
                    : service.entries(new AgendaFrame(
                            days.get(0).atStartOfDay(Formats.ZONE).toInstant(),
                            days.get(days.size() - 1)
                                    .plusDays(1)
                                    .atStartOfDay(Formats.ZONE)
                                    .toInstant(),
                            getLogins(),
                            url.kinds().stream().collect(Collectors.toSet()),
                            url.cancelled()));
        }
        return entries;
    }

    public TimeGrid getGrid() {
        if (grid == null) {
            grid = getScope() == AgendaScope.DAY && isSeveral()
                    ? TimeGrid.ofPeople(getDate(), getLogins(), getEntries())
                    : TimeGrid.ofDays(getDays(), getEntries());
        }
        return grid;
    }

    /** A day of the list. */
    public record Day(LocalDate date, List<AgendaEntry> entries) {}

    public List<MonthWeek> getWeeks() {
        if (weeks == null) {
            var days = getDays();
            weeks = IntStream.range(0, days.size() / WEEK)
                    .mapToObj(i -> MonthWeek.of(days.subList(i * WEEK, (i + 1) * WEEK), getEntries(), getDate()))
                    .toList();
        }
        return weeks;
    }

    /** What lasts whole days first. */
    private List<AgendaEntry> on(LocalDate date) {
        var touching = getEntries().stream()
                .filter(entry -> {
                    var reach = AgendaDays.of(entry);
                    return !reach.first().isAfter(date) && !reach.last().isBefore(date);
                })
                .toList();
        var ordered = new ArrayList<AgendaEntry>();
        touching.stream().filter(TimeGrid::isOfDays).forEach(ordered::add);
        touching.stream().filter(entry -> !TimeGrid.isOfDays(entry)).forEach(ordered::add);
        return ordered;
    }

    /** The days that have something; where the URL names no day what is over is left out. */
    public List<Day> getListed() {
        return getDays().stream()
                .filter(date -> url.date() != null || !date.isBefore(getToday()))
                .map(date -> new Day(date, on(date)))
                .filter(day -> !day.entries().isEmpty() || day.date().equals(getToday()))
                .toList();
    }

    // --- words and links

    public static int week(LocalDate date) {
        return date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** @return the public holiday of a day in words; empty when there is none */
    public String holiday(LocalDate date) {
        return Agenda.holiday(date)
                .map(PublicHoliday::name)
                .map(name -> Functions.text("address.holiday." + name))
                .orElse("");
    }

    public boolean isToday(LocalDate date) {
        return date.equals(getToday());
    }

    /** Where the present moment stands on the axis. */
    public int getNow() {
        return axis().minute(clock.instant().atZone(Formats.ZONE));
    }

    public boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5;
    }

    public List<AgendaScope> getScopes() {
        return List.of(AgendaScope.values());
    }

    public String scopeUrl(AgendaScope scope) {
        return url.with("scope", scope).found().toString();
    }

    public String dayUrl(LocalDate date) {
        return url.with("scope", AgendaScope.DAY).with("date", date).found().toString();
    }

    /** @param by 1 for what follows, -1 for what comes before */
    public String stepUrl(int by) {
        return url.with("date", getScope().step(getDate(), by)).found().toString();
    }

    public String getTodayUrl() {
        return url.with("date", null).found().toString();
    }

    public String getFindUrl() {
        return url.with("find", true).toString();
    }

    public String getCloseFindUrl() {
        return url.found().toString();
    }

    /** What a form that changes only these parameters has to send along. */
    public List<AgendaUrl.Pair> others(String... changed) {
        return url.pairs().stream()
                .filter(pair -> !List.of(changed).contains(pair.name()))
                .toList();
    }

    /** As {@link #others} for the form that says who and what is shown. */
    public List<AgendaUrl.Pair> getOthersThanPeople() {
        return others("users", "groups", "units", "kinds", "cancelled");
    }

    public List<AgendaUrl.Pair> getOthersThanDate() {
        return others("date");
    }

    public List<AgendaUrl.Pair> getOthersThanSearch() {
        return others("find", "minutes", "from", "to", "opens", "closes");
    }

    public boolean isKind(String kind) {
        return url.kinds().isEmpty()
                ? AgendaFrame.USUAL_KINDS.stream().anyMatch(each -> each.name().equals(kind))
                : url.kinds().stream().anyMatch(each -> each.name().equals(kind));
    }

    /** So many filters that are not the usual ones. */
    public boolean isFiltered() {
        return !url.kinds().isEmpty() || url.cancelled();
    }

    /** Only somebody who may be asked: for a colour of several people. */
    public List<String> shownUsers(AgendaEntry entry) {
        return entry.users().stream()
                .filter(Objects::nonNull)
                .sorted((one, other) ->
                        Integer.compare(getLogins().indexOf(one), getLogins().indexOf(other)))
                .toList();
    }
}
