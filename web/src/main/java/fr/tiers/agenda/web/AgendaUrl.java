package fr.tiers.agenda.web;

import fr.tiers.event.EventKind;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.web.Params;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the URL of the agenda says; what cannot be understood there is left out.
 *
 * @param scope null when it says none: a week, on a phone a day
 * @param date null for today
 * @param users logins
 * @param groups codes
 * @param units codes
 * @param kinds the usual ones when empty
 * @param find whether a free slot is looked for
 * @param minutes how long it has to be
 * @param from first day of the search
 * @param to last day of the search
 */
public record AgendaUrl(
        AgendaScope scope,
        LocalDate date,
        List<String> users,
        List<String> groups,
        List<String> units,
        List<EventKind> kinds,
        boolean cancelled,
        boolean find,
        Integer minutes,
        LocalDate from,
        LocalDate to,
        LocalTime opens,
        LocalTime closes)
        implements Serializable {

    static final String PAGE = "agenda.xhtml";

    private static final String TRUE = "true";
    private static final int MAX_VALUES = 200;

    static AgendaUrl of(Map<String, String[]> parameters) {
        return new AgendaUrl(
                AgendaScope.of(one(parameters, "view")),
                day(one(parameters, "date")),
                all(parameters, "users"),
                all(parameters, "groups"),
                all(parameters, "units"),
                Stream.of(EventKind.values())
                        .filter(kind -> all(parameters, "kinds").contains(kind.name()))
                        .toList(),
                TRUE.equals(one(parameters, "cancelled")),
                TRUE.equals(one(parameters, "find")),
                minutes(one(parameters, "minutes")),
                day(one(parameters, "from")),
                day(one(parameters, "to")),
                time(one(parameters, "opens")),
                time(one(parameters, "closes")));
    }

    private static List<String> all(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .map(Params::typed)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MAX_VALUES)
                .toList();
    }

    private static String one(Map<String, String[]> parameters, String name) {
        return all(parameters, name).stream().findFirst().orElse("");
    }

    private static LocalDate day(String text) {
        try {
            var day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String text) {
        try {
            return text.isEmpty() ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Integer minutes(String text) {
        return text.matches("\\d{1,3}") ? Integer.valueOf(text) : null;
    }

    AgendaUrl with(String component, Object value) {
        return Records.with(this, component, value);
    }

    /** Without the search for a free slot. */
    AgendaUrl found() {
        return new AgendaUrl(scope, date, users, groups, units, kinds, cancelled, false, null, null, null, null, null);
    }

    /** A parameter with its value. */
    public record Pair(String name, String value) implements Serializable {}

    /** What it says, one by one: for links, and for the hidden fields of forms. */
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        put(pairs, "view", scope == null ? null : scope.code());
        put(pairs, "date", date);
        users.forEach(login -> put(pairs, "users", login));
        groups.forEach(code -> put(pairs, "groups", code));
        units.forEach(code -> put(pairs, "units", code));
        kinds.forEach(kind -> put(pairs, "kinds", kind));
        put(pairs, "cancelled", cancelled ? TRUE : null);
        put(pairs, "find", find ? TRUE : null);
        put(pairs, "minutes", minutes);
        put(pairs, "from", from);
        put(pairs, "to", to);
        put(pairs, "opens", opens);
        put(pairs, "closes", closes);
        return pairs;
    }

    private static void put(List<Pair> pairs, String name, Object value) {
        if (value != null) {
            pairs.add(new Pair(name, value.toString()));
        }
    }

    @Override
    public String toString() {
        var query = pairs().stream()
                .map(pair -> pair.name() + '=' + URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
                .toList();
        return PAGE + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
