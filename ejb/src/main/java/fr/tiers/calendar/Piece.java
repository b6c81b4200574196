package fr.tiers.calendar;

import fr.tiers.event.EventView;
import fr.tiers.kernel.ClockProducer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/** What a guest can see of a meeting in a calendar. */
record Piece(
        Instant start,
        Instant end,
        boolean allDay,
        String subject,
        String body,
        String place,
        String onlineLink,
        boolean isPrivate,
        String organiser) {

    static Piece of(EventView event) {
        var meeting = event.meeting();
        return new Piece(
                event.start(),
                event.end(),
                event.allDay(),
                event.subject(),
                event.body(),
                meeting == null ? null : meeting.place(),
                meeting == null ? null : meeting.onlineLink(),
                event.privateEntry(),
                GuestList.organiserLogin(event));
    }

    /** The same at another time, as long by the clock on the wall. */
    Piece at(Instant other) {
        var begin = local(other);
        var until = end == null
                ? null
                : begin.plus(Duration.between(local(start), local(end)))
                        .atZone(ClockProducer.ZONE)
                        .toInstant();
        return new Piece(other, until, allDay, subject, body, place, onlineLink, isPrivate, organiser);
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ClockProducer.ZONE);
    }

    /** When it is over. */
    Instant over() {
        if (allDay) {
            return EventWords.lastDay(start, end)
                    .plusDays(1)
                    .atStartOfDay(ClockProducer.ZONE)
                    .toInstant();
        }
        return end == null ? start : end;
    }

    /** Differs when guests have to be somewhere else or at another time. */
    String when() {
        return mark(List.of(
                start.toString(),
                Objects.toString(end),
                allDay,
                Objects.toString(place),
                Objects.toString(onlineLink)));
    }

    /** Differs when anything else that they see does. */
    String what() {
        return mark(List.of(subject, Objects.toString(body), isPrivate, Objects.toString(organiser)));
    }

    static String mark(List<?> parts) {
        return Secrets.hash(parts.stream().map(String::valueOf).reduce("", (all, each) -> all + '\u0001' + each))
                .substring(0, 20);
    }
}
