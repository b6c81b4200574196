package fr.tiers.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.TextProperty;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.ClockProducer;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Reads an iCalendar file as entries with a time each: what recurs is expanded within the window, single occurrences that were changed or
 * left out are. A file is somebody else's text: whatever is in it, the answer is entries or a refusal.
 */
final class CalendarReader {

    private static final Logger LOG = Logger.getLogger(CalendarReader.class);
    /** As much as a request of ours may carry. */
    static final int LONGEST = 900_000;

    static final int MOST = 2_000;

    private static final TimeZone PARIS = TimeZone.getTimeZone(ClockProducer.ZONE);

    /** More steps than any recurrence needs to come from the past into the window. */
    private static final int MOST_STEPS = 50_000;

    private static final Set<Frequency> DAYS =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private static final Duration LONGEST_ENTRY = Duration.ofDays(366);

    private final Instant from;
    private final Instant to;
    private final Map<String, ImportedEntry> entries = new LinkedHashMap<>();
    private final Set<String> warnings = new TreeSet<>();
    private int skipped;

    private CalendarReader(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param skipped entries that say no time or cannot be understood
     * @param warnings codes of what was understood only in part
     */
    record Result(List<ImportedEntry> entries, int skipped, Set<String> warnings) {}

    /**
     * @param from what is over before is left out
     * @throws BusinessException REFUSED {@code calendar-unreadable}, {@code calendar-too-many}; TOO_LARGE {@code calendar-too-large}
     */
    static Result read(String text, Instant from, Instant to) {
        if (text.length() > LONGEST) {
            throw new BusinessException(Kind.TOO_LARGE, "calendar-too-large", LONGEST / 1000);
        }
        var reader = new CalendarReader(from, to);
        var calendars = calendars(text.replace("\0", "").replace("\uFEFF", ""));
        if (calendars.isEmpty()) {
            throw unreadable();
        }
        calendars.forEach(reader::read);
        return new Result(List.copyOf(reader.entries.values()), reader.skipped, reader.warnings);
    }

    private static BusinessException unreadable() {
        return new BusinessException(Kind.REFUSED, "calendar-unreadable");
    }

    private static List<ICalendar> calendars(String text) {
        if (!text.regionMatches(true, Math.max(0, text.indexOf("BEGIN:")), "BEGIN:VCALENDAR", 0, 15)) {
            throw unreadable();
        }
        try (var reader = new ICalReader(WindowsZones.translated(text))) {
            reader.setDefaultTimezone(PARIS);
            return reader.readAll();
        } catch (IOException | RuntimeException e) {
            // the library meets broken input with exceptions of many kinds
            throw unreadable();
        }
    }

    private void read(ICalendar calendar) {
        var changed = changedOccurrences(calendar);
        for (var event : calendar.getEvents()) {
            try {
                if (event.getRecurrenceId() == null) {
                    read(calendar, event, changed.getOrDefault(uid(event), Map.of()));
                } else if (!hasSeries(calendar, event)) {
                    // an invitation to one occurrence alone
                    keep(calendar, event, uid(event) + '/' + key(event.getRecurrenceId()), start(event), event);
                }
            } catch (BusinessException e) {
                throw e;
            } catch (RuntimeException e) {
                // one entry that cannot be understood does not spoil the others; the preview tells how many
                LOG.debugf(e, "An entry of a calendar cannot be understood");
                skipped++;
            }
        }
    }

    private static boolean hasSeries(ICalendar calendar, VEvent occurrence) {
        return calendar.getEvents().stream()
                .anyMatch(each -> each.getRecurrenceId() == null && uid(each).equals(uid(occurrence)));
    }

    /** By the name of the entry, then by the time at which the occurrence would have been. */
    private static Map<String, Map<String, VEvent>> changedOccurrences(ICalendar calendar) {
        var found = new HashMap<String, Map<String, VEvent>>();
        calendar.getEvents().stream()
                .filter(event -> event.getRecurrenceId() != null
                        && event.getRecurrenceId().getValue() != null)
                .forEach(event -> found.computeIfAbsent(uid(event), uid -> new HashMap<>())
                        .put(key(event.getRecurrenceId()), event));
        return found;
    }

    private void read(ICalendar calendar, VEvent event, Map<String, VEvent> changed) {
        var start = start(event);
        if (start == null) {
            skipped++;
            return;
        }
        boolean recurs =
                event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty();
        if (!recurs) {
            keep(calendar, event, uid(event), start, event);
            return;
        }
        var rule = event.getRecurrenceRule() == null
                ? null
                : event.getRecurrenceRule().getValue();
        if (rule != null && !DAYS.contains(rule.getFrequency())) {
            warnings.add("recurrence-too-fine");
            skipped++;
            return;
        }
        var dates = event.getDateIterator(zone(calendar, event, start));
        dates.advanceTo(java.util.Date.from(from.minus(LONGEST_ENTRY)));
        var left = new HashMap<>(changed);
        for (int steps = 0; dates.hasNext() && steps < MOST_STEPS; steps++) {
            var next = dates.next();
            if (!next.toInstant().isBefore(to)) {
                break;
            }
            var occurrence = start.hasTime() ? new ICalDate(next, true) : day(next);
            var key = key(occurrence);
            var other = left.remove(key);
            var shown = other == null ? event : other;
            keep(calendar, event, uid(event) + '/' + key, other == null ? occurrence : start(other), shown);
        }
        // brought forward from after the window, or a day that the rule does not have
        left.forEach((key, other) -> keep(calendar, event, uid(event) + '/' + key, start(other), other));
    }

    private static TimeZone zone(ICalendar calendar, VEvent event, ICalDate start) {
        if (!start.hasTime()) {
            return TimeZone.getDefault();
        }
        if (start.getRawComponents() != null && start.getRawComponents().isUtc()) {
            return TimeZone.getTimeZone(ZoneOffset.UTC);
        }
        var named = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
        return named == null ? PARIS : named.getTimeZone();
    }

    /** The library hands days out in the zone of this machine. */
    private static ICalDate day(java.util.Date date) {
        var day = date.toInstant().atZone(ZoneId.systemDefault());
        return new ICalDate(
                new biweekly.util.DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private void keep(ICalendar calendar, VEvent series, String uid, ICalDate start, VEvent event) {
        if (start == null || event.getStatus() != null && event.getStatus().isCancelled()) {
            return;
        }
        var begin = instant(start);
        var end = begin.plus(length(event.getDateStart() == null ? series : event));
        if (!end.isAfter(from) && !begin.isAfter(from) || !begin.isBefore(to)) {
            return;
        }
        var zone = event.getDateStart() == null
                ? null
                : event.getDateStart().getParameters().getTimezoneId();
        if (zone != null && start.hasTime() && calendar.getTimezoneInfo().getTimezone(event.getDateStart()) == null) {
            warnings.add("unknown-zone");
        }
        if (entries.size() >= MOST && !entries.containsKey(uid)) {
            throw new BusinessException(Kind.REFUSED, "calendar-too-many", MOST);
        }
        entries.put(
                shortened(uid, 500),
                new ImportedEntry(
                        shortened(uid, 500),
                        subject(event),
                        shortened(text(event.getDescription()), Checks.MAX_LONG_TEXT),
                        begin,
                        end.equals(begin) ? null : end,
                        !start.hasTime(),
                        shortened(oneLine(text(event.getLocation())), Checks.MAX_TEXT),
                        web(event)));
    }

    private static Duration length(VEvent event) {
        var start = start(event);
        var end = event.getDateEnd() == null ? null : event.getDateEnd().getValue();
        var length = Duration.ZERO;
        if (start != null && end != null) {
            length = Duration.between(instant(start), instant(end));
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            length = Duration.ofMillis(event.getDuration().getValue().toMillis());
        } else if (start != null && !start.hasTime()) {
            length = Duration.ofDays(1);
        }
        if (length.isNegative()) {
            return Duration.ZERO;
        }
        return length.compareTo(LONGEST_ENTRY) > 0 ? LONGEST_ENTRY : length;
    }

    private static ICalDate start(VEvent event) {
        return event.getDateStart() == null ? null : event.getDateStart().getValue();
    }

    /** A day begins when it does in Paris. */
    private static Instant instant(ICalDate date) {
        if (date.hasTime()) {
            return date.toInstant();
        }
        var raw = date.getRawComponents();
        return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate())
                .atStartOfDay(ClockProducer.ZONE)
                .toInstant();
    }

    private static String key(DateOrDateTimeProperty property) {
        return key(property.getValue());
    }

    private static String key(ICalDate date) {
        return instant(date).toString();
    }

    /** What has no name is known by what it says. */
    private static String uid(VEvent event) {
        var uid = text(event.getUid());
        return uid == null
                ? "none-"
                        + Secrets.hash(text(event.getSummary()) + start(event)).substring(0, 16)
                : uid;
    }

    private static String subject(VEvent event) {
        var subject = oneLine(text(event.getSummary()));
        return subject == null ? "—" : shortened(subject, Checks.MAX_TEXT);
    }

    private static String text(TextProperty property) {
        return property == null ? null : Checks.trim(property.getValue());
    }

    private static String oneLine(String text) {
        return text == null ? null : Checks.trim(text.replaceAll("[\\p{Cc}\\s]+", " "));
    }

    private static String shortened(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }

    /** Only what may be opened with a click. */
    private static String web(VEvent event) {
        var text = text(event.getUrl());
        if (text == null || text.length() > 2_000) {
            return null;
        }
        try {
            var uri = new URI(text);
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme()) ? text : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** For the preview: what was found, the earliest first. */
    static List<ImportedEntry> sorted(List<ImportedEntry> entries) {
        var sorted = new ArrayList<>(entries);
        sorted.sort(java.util.Comparator.comparing(ImportedEntry::start).thenComparing(ImportedEntry::uid));
        return sorted;
    }
}
