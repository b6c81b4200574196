package fr.tiers.address.site;

import fr.tiers.kernel.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of opening hours and of what a site asks for, as far as they can be seen from the input alone. */
public final class SiteChecks {

    private static final int MOST_SLOTS = 70;
    private static final int MOST_EXCEPTIONS = 400;
    private static final int MOST_HABILITATIONS = 50;
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";
    private static final Set<String> DAYS =
            Stream.of(DayOfWeek.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REGIONS =
            Stream.of(HolidayRegion.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private SiteChecks() {}

    public static void check(Checks checks, List<OpeningSlot> hours, SiteData site) {
        week(checks, hours);
        checks.text("site.name", site.name())
                .text("site.technician", site.technician())
                .oneOf("site.holidayRegion", site.holidayRegion(), REGIONS);
        exceptions(checks, site.exceptions());
        habilitations(checks, site.habilitations());
    }

    private static void week(Checks checks, List<OpeningSlot> hours) {
        checks.holds(hours.size() <= MOST_SLOTS, "openingHours", "too-many", MOST_SLOTS);
        var seen = new ArrayList<OpeningSlot>();
        for (var slot : hours) {
            if (slot == null || slot.day() == null || !DAYS.contains(slot.day())) {
                checks.holds(false, "openingHours", "unknown-value", slot == null ? null : slot.day());
            } else if (!isOrdered(slot.from(), slot.to())) {
                checks.holds(false, "openingHours", "hours-shape");
            } else {
                checks.holds(
                        seen.stream()
                                .noneMatch(other -> other.day().equals(slot.day())
                                        && overlap(other.from(), other.to(), slot.from(), slot.to())),
                        "openingHours",
                        "hours-overlap");
                seen.add(slot);
            }
        }
    }

    private static void exceptions(Checks checks, List<OpeningException> exceptions) {
        checks.holds(exceptions.size() <= MOST_EXCEPTIONS, "site.exceptions", "too-many", MOST_EXCEPTIONS);
        var seen = new ArrayList<OpeningException>();
        for (var one : exceptions) {
            if (one == null || one.date() == null) {
                checks.holds(false, "site.exceptions", "required");
                continue;
            }
            checks.holds(
                    !one.date().isBefore(EARLIEST) && !one.date().isAfter(LATEST), "site.exceptions", "wrong-type");
            checks.text("site.exceptions", one.reason());
            boolean closed = one.from() == null && one.to() == null;
            if (!closed && !isOrdered(one.from(), one.to())) {
                checks.holds(false, "site.exceptions", "hours-shape");
                continue;
            }
            checks.holds(
                    seen.stream().noneMatch(other -> other.date().equals(one.date()) && clash(other, one)),
                    "site.exceptions",
                    "hours-overlap");
            seen.add(one);
        }
    }

    private static boolean clash(OpeningException one, OpeningException other) {
        return one.from() == null || other.from() == null || overlap(one.from(), one.to(), other.from(), other.to());
    }

    private static void habilitations(Checks checks, List<RequiredHabilitation> habilitations) {
        checks.holds(habilitations.size() <= MOST_HABILITATIONS, "site.habilitations", "too-many", MOST_HABILITATIONS);
        var seen = new HashSet<String>();
        for (var one : habilitations) {
            if (one == null || one.type() == null) {
                checks.holds(false, "site.habilitations", "required");
                continue;
            }
            checks.holds(seen.add(one.type()), "site.habilitations", "duplicate");
            checks.holds(
                    one.level() == null || one.level() >= 1 && one.level() <= 9,
                    "site.habilitations",
                    "out-of-range",
                    1,
                    9);
        }
    }

    private static boolean isOrdered(String from, String to) {
        return from != null && to != null && from.matches(TIME) && to.matches(TIME) && from.compareTo(to) < 0;
    }

    private static boolean overlap(String from, String to, String otherFrom, String otherTo) {
        return from.compareTo(otherTo) < 0 && otherFrom.compareTo(to) < 0;
    }
}
