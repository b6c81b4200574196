package fr.tiers.simulator.control;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Applies the limits of every provider, per client address as the real services do. */
public final class Gatekeeper {

    private final InstantSource clock;
    private final boolean limited;
    private final Map<Provider, Limits> limits = new EnumMap<>(Provider.class);
    private final Map<String, TokenBucket> buckets = new HashMap<>();
    private final Map<String, Integer> usedToday = new HashMap<>();
    private final Map<String, Integer> refusalsInARow = new HashMap<>();
    private LocalDate day;

    public Gatekeeper(InstantSource clock) {
        this(clock, true);
    }

    /** @param limited whether a reset brings the usual limits back, or none */
    public Gatekeeper(InstantSource clock, boolean limited) {
        this.clock = clock;
        this.limited = limited;
        this.day = today();
        reset();
    }

    /** Verdict on one call. {@code banned} means: close the connection. */
    public record Verdict(boolean banned, Optional<Refusal> refusal) {
        private static final Verdict PASS = new Verdict(false, Optional.empty());
    }

    /** State of a daily quota, shown by the {@code X-RateLimit-*} headers. */
    public record DailyUse(int limit, int remaining, Instant resetAt) {}

    public synchronized Verdict admit(Provider provider, String client, boolean anonymous) {
        startNewDayIfDue();
        Limits limit = limits.get(provider);
        String caller = provider + "|" + client;
        int refusals = refusalsInARow.getOrDefault(caller, 0);
        if (limit.banAfter() > 0 && refusals >= limit.banAfter()) {
            return new Verdict(true, Optional.empty());
        }
        Optional<Refusal> refusal = rate(limit, caller).or(() -> quota(provider, limit, caller, anonymous));
        if (refusal.isPresent()) {
            refusalsInARow.merge(caller, 1, Integer::sum);
            return new Verdict(false, refusal);
        }
        refusalsInARow.remove(caller);
        usedToday.merge(caller, 1, Integer::sum);
        usedToday.merge(provider.name(), 1, Integer::sum);
        return Verdict.PASS;
    }

    public synchronized Optional<DailyUse> dailyUse(Provider provider, String client, boolean anonymous) {
        Limits limit = limits.get(provider);
        boolean perCaller = anonymous && limit.perDay() > 0;
        int allowed = perCaller ? limit.perDay() : limit.domainPerDay();
        if (allowed == 0) {
            return Optional.empty();
        }
        int used = usedToday.getOrDefault(perCaller ? provider + "|" + client : provider.name(), 0);
        return Optional.of(new DailyUse(allowed, Math.max(0, allowed - used), midnight()));
    }

    public synchronized Limits limits(Provider provider) {
        return limits.get(provider);
    }

    public synchronized void limit(Provider provider, Limits wanted) {
        limits.put(provider, wanted);
        forget(provider);
    }

    /** The limits of the start again, nothing used. */
    public synchronized void reset() {
        for (Provider provider : Provider.values()) {
            limits.put(provider, limited ? provider.usualLimits() : Limits.NONE);
            forget(provider);
        }
    }

    private void forget(Provider provider) {
        buckets.keySet().removeIf(key -> key.startsWith(provider.name()));
        usedToday.keySet().removeIf(key -> key.startsWith(provider.name()));
        refusalsInARow.keySet().removeIf(key -> key.startsWith(provider.name()));
    }

    private Optional<Refusal> rate(Limits limit, String caller) {
        long wait = Math.max(
                take(limit.perSecond(), 1_000, limit, caller + "|s"),
                take(limit.perMinute(), 60_000, limit, caller + "|m"));
        if (wait == 0) {
            return Optional.empty();
        }
        int reached = limit.perSecond() > 0 ? limit.perSecond() : limit.perMinute();
        return Optional.of(new Refusal(Refusal.Reason.RATE, reached, (wait + 999) / 1_000, midnight()));
    }

    private long take(int capacity, long period, Limits limit, String key) {
        if (capacity <= 0) {
            return 0;
        }
        long now = clock.millis();
        return buckets.computeIfAbsent(
                        key, any -> new TokenBucket(capacity, period, limit.penaltySeconds() * 1_000L, now))
                .take(now);
    }

    private Optional<Refusal> quota(Provider provider, Limits limit, String caller, boolean anonymous) {
        if (limit.domainPerDay() > 0 && usedToday.getOrDefault(provider.name(), 0) >= limit.domainPerDay()) {
            return Optional.of(refusal(Refusal.Reason.DOMAIN_QUOTA, limit.domainPerDay()));
        }
        if (anonymous && limit.perDay() > 0 && usedToday.getOrDefault(caller, 0) >= limit.perDay()) {
            return Optional.of(refusal(Refusal.Reason.ANONYMOUS_QUOTA, limit.perDay()));
        }
        return Optional.empty();
    }

    private Refusal refusal(Refusal.Reason reason, int reached) {
        long seconds = midnight().getEpochSecond() - clock.instant().getEpochSecond();
        return new Refusal(reason, reached, seconds, midnight());
    }

    private void startNewDayIfDue() {
        if (!today().equals(day)) {
            day = today();
            usedToday.clear();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant midnight() {
        return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
