package fr.tiers.crash;

import java.util.Random;

/** How long the random campaigns are, and where their chance comes from. */
final class Soak {

    private Soak() {}

    /** {@code -Dtiers.soak}: 1 in an ordinary build. */
    static int factor() {
        return Integer.getInteger("tiers.soak", 1);
    }

    /** Chance that can be had again: {@code -Dtiers.seed} with the number printed by the run in question. */
    static Random random(String campaign) {
        long seed = Long.getLong("tiers.seed", System.nanoTime());
        System.out.println(campaign + ": -Dtiers.seed=" + seed);
        return new Random(seed);
    }
}
