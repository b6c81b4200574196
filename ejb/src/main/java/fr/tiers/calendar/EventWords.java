package fr.tiers.calendar;

import fr.tiers.kernel.ClockProducer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something is, in words. Mails go to people elsewhere: a time says whose it is. */
final class EventWords {

    private EventWords() {}

    /** E.g. "mardi 24 novembre 2026, 10:00 – 11:00 (heure de Paris)". */
    static String time(Instant start, Instant end, boolean allDay, String language) {
        var day = day(language);
        var first = local(start);
        if (allDay) {
            var last = lastDay(start, end);
            var text = day.format(first);
            return last.equals(first.toLocalDate()) ? text : text + " – " + day.format(last);
        }
        var text = day.format(first) + ", " + clock().format(first);
        if (end != null && end.isAfter(start)) {
            var until = local(end);
            boolean sameDay = until.toLocalDate().equals(first.toLocalDate());
            text += " – " + (sameDay ? "" : day.format(until) + ", ") + clock().format(until);
        }
        return text + (isEnglish(language) ? " (Paris time)" : " (heure de Paris)");
    }

    /** E.g. "24/11/2026 10:00". */
    static String start(Instant start, boolean allDay) {
        return DateTimeFormatter.ofPattern(allDay ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", Locale.ROOT)
                .format(local(start));
    }

    /** An end at midnight does not touch the day that begins then. */
    static LocalDate lastDay(Instant start, Instant end) {
        return end == null || !end.isAfter(start)
                ? local(start).toLocalDate()
                : local(end.minusMillis(1)).toLocalDate();
    }

    static LocalDate firstDay(Instant start) {
        return local(start).toLocalDate();
    }

    private static java.time.ZonedDateTime local(Instant time) {
        return time.atZone(ClockProducer.ZONE);
    }

    private static DateTimeFormatter day(String language) {
        return isEnglish(language)
                ? DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK)
                : DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRANCE);
    }

    private static DateTimeFormatter clock() {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    }

    private static boolean isEnglish(String language) {
        return "en".equals(language);
    }
}
