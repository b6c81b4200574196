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
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/**
 * Writes iCalendar (RFC 5545). Times are written in UTC, which every calendar understands without a description of time zones; whole
 * days as days.
 */
final class CalendarText {

    private static final String PRODUCT = "-//Tiers//Tiers CRM//FR";
    private static final int LONGEST_LINE = 75;

    private CalendarText() {}

    /**
     * One entry.
     *
     * @param end null for something without a length
     * @param url null for none; likewise place and description
     * @param organiser null in a calendar of one's own
     */
    record Entry(
            String uid,
            int sequence,
            Instant stamp,
            Instant start,
            Instant end,
            boolean allDay,
            String subject,
            String description,
            String place,
            String url,
            boolean isPrivate,
            boolean cancelled,
            Someone organiser,
            List<Someone> attendees) {}

    /** @param answer null for the organiser */
    record Someone(String name, String email, ParticipationStatus answer) {}

    /** An invitation or its end, as iTIP (RFC 5546) has it. */
    static String message(String method, Entry entry) {
        var calendar = calendar();
        calendar.setMethod(new Method(method));
        calendar.addEvent(event(entry));
        return written(calendar);
    }

    /** A whole calendar to be subscribed to. */
    static String feed(String name, List<Entry> entries) {
        var calendar = calendar();
        calendar.addExperimentalProperty("X-WR-CALNAME", oneLine(name));
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.setMethod(new Method(Method.PUBLISH));
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return written(calendar);
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
        if (entry.allDay()) {
            event.setDateStart(new DateStart(day(EventWords.firstDay(entry.start()))));
            event.setDateEnd(new DateEnd(
                    day(EventWords.lastDay(entry.start(), entry.end()).plusDays(1))));
        } else {
            event.setDateStart(Date.from(entry.start()));
            if (entry.end() != null && entry.end().isAfter(entry.start())) {
                event.setDateEnd(Date.from(entry.end()));
            }
        }
        event.setSummary(oneLine(entry.subject()));
        if (entry.description() != null) {
            event.setDescription(text(entry.description()));
        }
        if (entry.place() != null) {
            event.setLocation(oneLine(entry.place()));
        }
        if (entry.url() != null) {
            event.setUrl(oneLine(entry.url()));
        }
        event.setClassification(entry.isPrivate() ? "PRIVATE" : "PUBLIC");
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

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
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
