package fr.tiers.registry.provider;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many requests a provider grants in which time.
 *
 * @param permits at least 1
 */
public record Quota(int permits, Duration period) {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(s|min|h|d)\\s*");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    public Quota {
        if (permits < 1) {
            throw new IllegalArgumentException("a quota grants at least one request");
        }
    }

    /**
     * @param text {@code 7/s}, {@code 30/min}, {@code 500/h}, {@code 10000/d}
     * @throws IllegalArgumentException for anything else
     */
    public static Quota parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a quota such as 7/s, 30/min or 10000/d: " + text);
        }
        return new Quota(Integer.parseInt(matcher.group(1)), UNITS.get(matcher.group(2)));
    }
}
