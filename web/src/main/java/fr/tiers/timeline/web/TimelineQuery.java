package fr.tiers.timeline.web;

import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.shell.web.Formats;
import fr.tiers.timeline.TimelineFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.omnifaces.util.Faces;

/** What the URL of the stream asks for; what cannot be understood there is left out. */
final class TimelineQuery {

    private static final Set<String> KINDS = Set.of("EVENT", "CHANGE", "MAIL", "DOCUMENT");

    private final Map<String, String> asked = new LinkedHashMap<>();

    private TimelineQuery() {}

    static TimelineQuery read() {
        var query = new TimelineQuery();
        for (var name : new String[] {"kind", "type", "author", "from", "to"}) {
            var given = Faces.getRequestParameter(name);
            var text = given == null ? "" : Params.typed(given);
            boolean readable =
                    switch (name) {
                        case "kind" -> KINDS.contains(text);
                        case "from", "to" -> day(text) != null;
                        default -> !text.isEmpty();
                    };
            if (readable) {
                query.asked.put(name, text);
            }
        }
        return query;
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() >= 1000 && day.getYear() <= 9999 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    TimelineFilter filter() {
        return new TimelineFilter(
                asked.get("kind"), asked.get("type"), asked.get("author"), start("from", 0), start("to", 1));
    }

    /** The last day is meant with all its hours. */
    private Instant start(String name, int later) {
        return asked.containsKey(name)
                ? day(asked.get(name))
                        .plusDays(later)
                        .atStartOfDay(Formats.ZONE)
                        .toInstant()
                : null;
    }

    String get(String name) {
        return asked.get(name);
    }

    /** Whether anything besides the kind narrows the stream. */
    boolean isNarrowed() {
        return asked.keySet().stream().anyMatch(name -> !name.equals("kind"));
    }

    String url(long tierId, Map<String, String> changes) {
        var query = new LinkedHashMap<String, String>();
        query.put("id", String.valueOf(tierId));
        query.put("tab", "timeline");
        query.putAll(asked);
        return ListUrl.of("record.xhtml", query, changes);
    }
}
