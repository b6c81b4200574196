package fr.tiers.registry.provider;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a provider wants to be left alone: the header {@code Retry-After} of RFC 9110 (seconds or an HTTP date), else the epoch
 * second in {@code X-RateLimit-Reset} that Opendatasoft portals send.
 */
final class RetryAfter {

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> parse(text, clock))
                .or(() -> headers.firstValue("X-RateLimit-Reset")
                        .filter(text -> text.matches("\\d{10}"))
                        .map(text -> until(Instant.ofEpochSecond(Long.parseLong(text)), clock)));
    }

    private static Optional<Duration> parse(String text, Clock clock) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(until(at.toInstant(), clock));
        } catch (DateTimeException e) {
            // A provider that writes nonsense here gets our own back-off.
            return Optional.empty();
        }
    }

    private static Duration until(Instant instant, Clock clock) {
        var wait = Duration.between(clock.instant(), instant);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
