package fr.tiers.mail;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How long a mail that was not accepted waits for its next try. */
record Backoff(List<Duration> delays) {

    /** A server that is down says nothing about the mail: once it is back nobody should wait for long. */
    private static final Duration LONGEST_WHEN_UNREACHABLE = Duration.ofSeconds(30);

    Backoff {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> delay.isNegative() || delay.isZero())) {
            throw new IllegalArgumentException("delays must be positive: " + delays);
        }
    }

    /** @param text ISO 8601 durations separated by commas, e.g. {@code PT5S,PT30S,PT2M} */
    static Backoff parse(String text) {
        return new Backoff(Stream.of(text.split(","))
                .map(String::strip)
                .map(Duration::parse)
                .toList());
    }

    /**
     * @param attempts tries so far, at least 1
     * @return the delay of that try; beyond the list, the last one
     */
    Duration after(int attempts, MailFailure.Kind kind) {
        var delay = delays.get(Math.min(Math.max(attempts, 1), delays.size()) - 1);
        return kind == MailFailure.Kind.UNREACHABLE && delay.compareTo(LONGEST_WHEN_UNREACHABLE) > 0
                ? LONGEST_WHEN_UNREACHABLE
                : delay;
    }
}
