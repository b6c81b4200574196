package fr.tiers.shell.web;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ResourceBundle;

/** "Il y a 3 min", "hier", "dans 5 jours"; further than a week away the date itself. */
final class RelativeTime {

    private static final int DAYS_SPOKEN = 7;

    private final ResourceBundle messages;
    private final Formats formats;
    private final Clock clock;

    RelativeTime(ResourceBundle messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    String of(TemporalAccessor value) {
        if (value instanceof Instant instant) {
            long minutes = Duration.between(instant, clock.instant()).toMinutes();
            if (minutes == 0) {
                return messages.getString("format.now");
            }
            if (minutes > 0 && minutes < 60) {
                return text("format.minutesAgo", minutes);
            }
            if (minutes >= 60 && day(value).equals(today())) {
                return text("format.hoursAgo", minutes / 60);
            }
        }
        return days(value);
    }

    private String days(TemporalAccessor value) {
        long days = ChronoUnit.DAYS.between(day(value), today());
        if (Math.abs(days) > DAYS_SPOKEN) {
            return formats.date(value);
        }
        if (Math.abs(days) <= 1) {
            return messages.getString(days == 0 ? "format.today" : days == 1 ? "format.yesterday" : "format.tomorrow");
        }
        return text(days > 0 ? "format.daysAgo" : "format.inDays", Math.abs(days));
    }

    private String text(String key, long number) {
        return new MessageFormat(messages.getString(key), messages.getLocale()).format(new Object[] {number});
    }

    private LocalDate day(TemporalAccessor value) {
        return Formats.day(value);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }
}
