package fr.tiers.address.site;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** When a site is open: its dates, then the exceptions of the day, then public holidays, then the hours of the week. */
public final class OpeningRules {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private OpeningRules() {}

    /**
     * @param region whose holidays are kept; null for none
     * @param at by the clock of the site
     */
    public static Opening at(
            LocalDateTime at,
            LocalDate from,
            LocalDate to,
            List<OpeningSlot> hours,
            SiteData site,
            HolidayRegion region) {
        var day = at.toLocalDate();
        var time = TIME.format(at);
        if (from != null && day.isBefore(from) || to != null && day.isAfter(to)) {
            return new Opening(false, "NOT_IN_USE", null);
        }
        var exceptions =
                site.exceptions().stream().filter(one -> one.date().equals(day)).toList();
        if (!exceptions.isEmpty()) {
            boolean open =
                    exceptions.stream().anyMatch(one -> one.from() != null && isWithin(time, one.from(), one.to()));
            return new Opening(open, "EXCEPTION", exceptions.get(0).reason());
        }
        if (region != null && site.closedOnHolidays()) {
            var holiday = PublicHoliday.on(day, region);
            if (holiday.isPresent()) {
                return new Opening(false, "PUBLIC_HOLIDAY", holiday.get().name());
            }
        }
        if (hours.isEmpty()) {
            return new Opening(true, "NO_HOURS", null);
        }
        boolean open = hours.stream()
                .anyMatch(
                        slot -> slot.day().equals(at.getDayOfWeek().name()) && isWithin(time, slot.from(), slot.to()));
        return new Opening(open, open ? "HOURS" : "OUTSIDE_HOURS", null);
    }

    private static boolean isWithin(String time, String from, String to) {
        return from.compareTo(time) <= 0 && time.compareTo(to) < 0;
    }
}
