package fr.tiers.simulator.control;

/**
 * What a client may ask of a provider; {@code 0} lifts a limit.
 *
 * @param perSecond token bucket, refilled evenly
 * @param perMinute token bucket, refilled evenly
 * @param perDay quota of anonymous callers, reset at midnight UTC
 * @param domainPerDay quota of all callers together, reset at midnight UTC
 * @param penaltySeconds how long refusals last once the bucket ran dry
 * @param banAfter after that many refusals in a row the connection is closed without an answer
 * @param apiKey the only key accepted; {@code null} accepts any key and asks one only where the real service does
 */
public record Limits(
        int perSecond, int perMinute, int perDay, int domainPerDay, int penaltySeconds, int banAfter, String apiKey) {

    public static final Limits NONE = new Limits(0, 0, 0, 0, 0, 0, null);

    public static Limits perSecond(int count) {
        return new Limits(count, 0, 0, 0, 0, 0, null);
    }

    public static Limits perMinute(int count) {
        return new Limits(0, count, 0, 0, 0, 0, null);
    }

    public static Limits perDay(int count) {
        return new Limits(0, 0, count, 0, 0, 0, null);
    }

    public Limits withPerSecond(int count) {
        return new Limits(count, perMinute, perDay, domainPerDay, penaltySeconds, banAfter, apiKey);
    }

    public Limits withDomainPerDay(int count) {
        return new Limits(perSecond, perMinute, perDay, count, penaltySeconds, banAfter, apiKey);
    }

    public Limits withPenaltySeconds(int seconds) {
        return new Limits(perSecond, perMinute, perDay, domainPerDay, seconds, banAfter, apiKey);
    }

    public Limits withBanAfter(int refusals) {
        return new Limits(perSecond, perMinute, perDay, domainPerDay, penaltySeconds, refusals, apiKey);
    }

    public Limits withApiKey(String key) {
        return new Limits(perSecond, perMinute, perDay, domainPerDay, penaltySeconds, banAfter, key);
    }
}
