package fr.tiers.calendar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts how often addresses are asked for, on this node: a program that has gone wild must not keep the database busy. */
@ApplicationScoped
public class FeedThrottle {

    static final int PER_ADDRESS = 30;

    /** Of one client, over all addresses: many people may share one way to the network. */
    static final int PER_CLIENT = 600;

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant begun = Instant.MIN;

    protected FeedThrottle() {
        this(null);
    }

    @Inject
    public FeedThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean admits(String client, String address) {
        var now = clock.instant();
        if (begun.isBefore(now.minus(PERIOD)) || counts.size() > MOST) {
            counts.clear();
            begun = now;
        }
        return counts.merge("client " + client, 1, Integer::sum) <= PER_CLIENT
                && counts.merge("address " + address.hashCode(), 1, Integer::sum) <= PER_ADDRESS;
    }
}
