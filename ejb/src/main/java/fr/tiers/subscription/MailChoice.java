package fr.tiers.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Whether somebody is told by mail, and when. */
public enum MailChoice {
    NONE,
    AT_ONCE,
    /** A digest every morning. */
    DAILY,
    /** A digest on Monday morning. */
    WEEKLY;

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    boolean isDigest() {
        return this == DAILY || this == WEEKLY;
    }

    /** @return when the next digest is due; null where there is none */
    Instant next(Instant after, ZoneId zone) {
        if (!isDigest()) {
            return null;
        }
        var now = after.atZone(zone);
        ZonedDateTime due = now.with(MORNING);
        if (this == WEEKLY) {
            due = due.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        if (!due.isAfter(now)) {
            due = this == WEEKLY ? due.plusWeeks(1) : due.plusDays(1);
        }
        return due.toInstant();
    }
}
