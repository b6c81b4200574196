package fr.tiers.sample;

import java.util.List;

/**
 * Choices that look random and are the same on every run and every Java version: SplitMix64, seeded by what is drawn and for which
 * index. An aspect added later does not change what was drawn before.
 */
final class Draw {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    static Draw of(String aspect, long index) {
        return new Draw(mix(aspect.hashCode() * GOLDEN_GAMMA) ^ mix(index + 1));
    }

    static long mix(long value) {
        var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** @return 0 (inclusive) to {@code bound} (exclusive) */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    /** @return -1 to 1 */
    double spread() {
        return ((next() >>> 11) * 0x1.0p-53) * 2 - 1;
    }

    /** Few of {@code bound} come often and most seldom, as with surnames or the towns of customers; the smaller the shift, the more so. */
    int skewed(int bound, int shift) {
        var share = (spread() + 1) / 2;
        // strict: the same on every processor
        return Math.min(bound - 1, (int) (shift * StrictMath.pow((bound + shift) / (double) shift, share) - shift));
    }

    <T> T pickSkewed(List<T> from, int shift) {
        return from.get(skewed(from.size(), shift));
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** The choice of an index such that neighbours differ: each element comes once before the first comes again. */
    static <T> T nth(List<T> from, long index) {
        // 7919 is prime and longer than any list here, so the steps reach every element
        return from.get((int) (index * 7919 % from.size()));
    }
}
