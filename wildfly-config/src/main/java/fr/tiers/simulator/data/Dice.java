package fr.tiers.simulator.data;

/** Numbers that look random but depend only on a seed and a topic, so that every run gives every company the same ones. */
public final class Dice {

    private final long seed;

    public Dice(long seed) {
        this.seed = seed;
    }

    public static Dice of(String siren) {
        return new Dice(Long.parseLong(siren));
    }

    /** 0 (included) to {@code bound} (excluded). */
    public int upTo(int bound, String topic) {
        return (int) Long.remainderUnsigned(mix(seed * 31 + topic.hashCode()), bound);
    }

    /** 0 (included) to 1 (excluded). */
    public double share(String topic) {
        return (mix(seed * 31 + topic.hashCode()) >>> 11) * 0x1.0p-53;
    }

    /** True in {@code percent} of all seeds. */
    public boolean chance(int percent, String topic) {
        return upTo(100, topic) < percent;
    }

    public <T> T pick(java.util.List<T> choices, String topic) {
        return choices.get(upTo(choices.size(), topic));
    }

    /** SplitMix64, Steele, Lea and Flood 2014: a few multiplications, well spread bits, no state. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
