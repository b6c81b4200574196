package fr.tiers.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.util.Recurrence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes iCalendar (RFC 5545). Times are written in UTC, which every calendar understands without a description of time zones; what comes
 * again in the time of Paris, so that nine o'clock stays nine o'clock; whole days as days.
 */
final class CalendarText {

    private static final String PRODUCT = "-//Tiers//Tiers CRM//FR";
    private static final int LONGEST_LINE = 75;

    private CalendarText() {}

    /**
     * One entry.
     *
     * @param organiser null in a calendar of one's own
     * @param rhythm null for something that does not come again
     */
    record Entry(
            String uid,
            int sequence,
            Instant stamp,
            Piece piece,
            boolean cancelled,
            Someone organiser,
            List<Someone> attendees,
            Rhythm rhythm) {}

    /**
     * How an entry comes again, or which one of those that do it is.
     *
     * @param rule null for one day of a series
     * @param out when it does not come although the rule says so
     * @param occurrence when the rule has the one day; null for the series
     */
    record Rhythm(Recurrence rule, List<Instant> out, Instant occurrence) {}

    /** @param answer null for the organiser */
    record Someone(String name, String email, ParticipationStatus answer) {}

    /** An invitation or its end, as iTIP (RFC 5546) has it. */
    static String message(String method, List<Entry> entries) {
        var calendar = calendar();
        calendar.setMethod(new Method(method));
        add(calendar, entries);
        return written(calendar);
    }

    /** A whole calendar to be subscribed to. */
    static String feed(String name, List<Entry> entries) {
        var calendar = calendar();
        calendar.addExperimentalProperty("X-WR-CALNAME", oneLine(name));
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.setMethod(new Method(Method.PUBLISH));
        add(calendar, entries);
        return written(calendar);
    }

    private static void add(ICalendar calendar, List<Entry> entries) {
        var paris = CalendarRhythm.paris();
        for (var entry : entries) {
            var event = event(entry);
            if (entry.rhythm() != null) {
                recur(event, entry);
            }
            if (entry.rhythm() != null && !entry.piece().allDay()) {
                Stream.of(
                                properties(event, DateStart.class),
                                properties(event, DateEnd.class),
                                properties(event, RecurrenceId.class),
                                properties(event, ExceptionDates.class))
                        .flatMap(List::stream)
                        .forEach(property -> calendar.getTimezoneInfo().setTimezone(property, paris));
            }
            calendar.addEvent(event);
        }
    }

    private static List<? extends ICalProperty> properties(VEvent event, Class<? extends ICalProperty> type) {
        return event.getProperties(type);
    }

    private static void recur(VEvent event, Entry entry) {
        var rhythm = entry.rhythm();
        boolean allDay = entry.piece().allDay();
        if (rhythm.rule() != null) {
            event.setRecurrenceRule(rhythm.rule());
        }
        if (rhythm.occurrence() != null) {
            event.setRecurrenceId(new RecurrenceId(
                    CalendarRhythm.dates(List.of(rhythm.occurrence()), allDay).get(0)));
        }
        if (!rhythm.out().isEmpty()) {
            var out = new ExceptionDates();
            out.getValues().addAll(CalendarRhythm.dates(rhythm.out(), allDay));
            event.addExceptionDates(out);
        }
    }

    private static ICalendar calendar() {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        return calendar;
    }

    private static VEvent event(Entry entry) {
        var event = new VEvent();
        event.setUid(entry.uid());
        event.setSequence(entry.sequence());
        event.setDateTimeStamp(Date.from(entry.stamp()));
        var piece = entry.piece();
        if (piece.allDay()) {
            event.setDateStart(new DateStart(CalendarRhythm.day(EventWords.firstDay(piece.start()))));
            event.setDateEnd(new DateEnd(CalendarRhythm.day(
                    EventWords.lastDay(piece.start(), piece.end()).plusDays(1))));
        } else {
            event.setDateStart(Date.from(piece.start()));
            if (piece.end() != null && piece.end().isAfter(piece.start())) {
                event.setDateEnd(Date.from(piece.end()));
            }
        }
        event.setSummary(oneLine(piece.subject()));
        if (piece.body() != null) {
            event.setDescription(text(piece.body()));
        }
        if (piece.place() != null) {
            event.setLocation(oneLine(piece.place()));
        }
        if (piece.onlineLink() != null) {
            event.setUrl(oneLine(piece.onlineLink()));
        }
        event.setClassification(piece.isPrivate() ? "PRIVATE" : "PUBLIC");
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        if (entry.organiser() != null) {
            event.setOrganizer(new Organizer(
                    oneLine(entry.organiser().name()), entry.organiser().email()));
            entry.attendees().forEach(each -> event.addAttendee(attendee(each)));
        }
        return event;
    }

    private static Attendee attendee(Someone someone) {
        var attendee = new Attendee(oneLine(someone.name()), someone.email());
        attendee.setCalendarUserType(CalendarUserType.INDIVIDUAL);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(someone.answer());
        attendee.setRsvp(someone.answer() == ParticipationStatus.NEEDS_ACTION);
        return attendee;
    }

    /** No control character but the end of a line: nothing else may stand in a text. */
    private static String text(String value) {
        return value.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n]]", " ");
    }

    /** Names stand in parameters, which know no quotation mark. */
    private static String oneLine(String value) {
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cc}\\s]+", " ").replace('"', '\'').strip();
    }

    private static String written(ICalendar calendar) {
        var unfolded = Biweekly.write(calendar).go().replaceAll("\\r\\n[ \\t]", "");
        var folded = new StringBuilder(unfolded.length() + 64);
        unfolded.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    /** At 75 octets, as the standard says; the library counts characters. Never within a character. */
    private static void fold(String line, StringBuilder out) {
        int length = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            var sign = Character.toString(point);
            int octets = sign.getBytes(StandardCharsets.UTF_8).length;
            if (length + octets > LONGEST_LINE) {
                out.append("\r\n ");
                length = 1;
            }
            out.append(sign);
            length += octets;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
