package fr.tiers.job.batch;

import fr.tiers.kernel.ClockProducer;
import jakarta.ejb.ScheduleExpression;
import java.util.Optional;
import java.util.regex.Pattern;

/** The setting of a job's schedule: {@code HH:mm} each day, or the five fields of cron; empty or {@code off} for never. Paris time. */
final class Timetable {

    private static final Pattern DAILY = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");

    private Timetable() {}

    /** @throws IllegalArgumentException for anything else */
    static Optional<ScheduleExpression> parse(String text) {
        var setting = text.strip();
        if (setting.isEmpty() || setting.equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        var daily = DAILY.matcher(setting);
        if (daily.matches()) {
            return Optional.of(at(daily.group(2), daily.group(1), "*", "*", "*"));
        }
        var fields = setting.split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("neither HH:mm nor five fields of cron: " + setting);
        }
        return Optional.of(at(fields[0], fields[1], fields[2], fields[3], fields[4]));
    }

    private static ScheduleExpression at(String minute, String hour, String day, String month, String weekday) {
        return new ScheduleExpression()
                .second(0)
                .minute(minute)
                .hour(hour)
                .dayOfMonth(day)
                .month(month)
                .dayOfWeek(weekday)
                .timezone(ClockProducer.ZONE.getId());
    }
}
