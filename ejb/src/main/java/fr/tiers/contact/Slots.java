package fr.tiers.contact;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The slots of one day as somebody types them: {@code 9h-12h, 14h-17h30}, {@code 9:00–12:00}. */
public final class Slots {

    private static final String TIME = "(\\d{1,2})\\s*(?:[h:]\\s*(\\d{2})?)?";
    private static final Pattern RANGE = Pattern.compile(TIME + "\\s*(?:-|–|—|à|to)\\s*" + TIME);
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

    private Slots() {}

    /** @return empty when the text cannot be understood */
    public static Optional<List<Slot>> parse(DayOfWeek day, String typed) {
        var slots = new ArrayList<Slot>();
        for (var part : typed.strip().split("\\s*(?:[,;]|\\bet\\b|\\band\\b)\\s*")) {
            if (part.isEmpty()) {
                continue;
            }
            var match = RANGE.matcher(part);
            if (!match.matches()) {
                return Optional.empty();
            }
            var from = time(match.group(1), match.group(2));
            var to = time(match.group(3), match.group(4));
            if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
                return Optional.empty();
            }
            slots.add(new Slot(day, from.get(), to.get()));
        }
        return Optional.of(slots);
    }

    private static Optional<LocalTime> time(String hours, String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** @return the slots of a day as they can be typed again; empty when there are none */
    public static String text(DayOfWeek day, List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.day() == day)
                .map(slot -> HOURS.format(slot.from()) + '–' + HOURS.format(slot.to()))
                .collect(Collectors.joining(", "));
    }

    /** Whether a moment lies in one of them. */
    public static boolean cover(List<Slot> slots, LocalDateTime moment) {
        var time = moment.toLocalTime();
        return slots.stream()
                .anyMatch(slot ->
                        slot.day() == moment.getDayOfWeek() && !time.isBefore(slot.from()) && time.isBefore(slot.to()));
    }

    /** Whether no two of them share a moment. */
    static boolean areApart(List<Slot> slots) {
        var sorted = slots.stream()
                .sorted(Comparator.comparing(Slot::day).thenComparing(Slot::from))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            var slot = sorted.get(i);
            if (before.day() == slot.day() && slot.from().isBefore(before.to())) {
                return false;
            }
        }
        return true;
    }
}
