package fr.tiers.simulator.control;

/**
 * A fault waiting for the next calls of a provider.
 *
 * @param latencyMs wait before answering
 * @param retryAfter seconds announced by a 429 or 503; {@code 0} leaves the header out
 * @param times how many calls it hits; {@link #UNTIL_CLEARED} never wears off
 */
public record Fault(FaultKind kind, long latencyMs, int retryAfter, int times) {

    public static final int UNTIL_CLEARED = -1;

    public static final Fault NONE = new Fault(FaultKind.NONE, 0, 0, UNTIL_CLEARED);

    public static Fault of(FaultKind kind) {
        return new Fault(kind, 0, kind == FaultKind.HTTP_429 ? 1 : 0, UNTIL_CLEARED);
    }

    public static Fault latency(long millis) {
        return new Fault(FaultKind.NONE, millis, 0, UNTIL_CLEARED);
    }

    public static Fault tooManyRequests(int retryAfterSeconds) {
        return new Fault(FaultKind.HTTP_429, 0, retryAfterSeconds, UNTIL_CLEARED);
    }

    public Fault times(int count) {
        return new Fault(kind, latencyMs, retryAfter, count);
    }

    /** Reads the request header {@code X-Simulator-Fault: http_503;retryAfter=5;latencyMs=200}. */
    static Fault parse(String header) {
        String[] parts = header.trim().split("\\s*;\\s*");
        Fault fault = of(FaultKind.ofKey(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("\\s*=\\s*", 2);
            long value = Long.parseLong(pair[1]);
            fault = switch (pair[0]) {
                case "latencyMs" -> new Fault(fault.kind, value, fault.retryAfter, fault.times);
                case "retryAfter" -> new Fault(fault.kind, fault.latencyMs, (int) value, fault.times);
                default -> throw new IllegalArgumentException("unknown fault option " + pair[0]);
            };
        }
        return fault;
    }
}
