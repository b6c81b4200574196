package fr.tiers.tier;

/** What a tier is worth when it is written for the first time; answered by the feature that counts points. */
public interface StartingScore {

    /**
     * @param tiers a from-item that gives rows of {@code tier} as {@code t}
     * @return a query of one row per tier: id, score, max; binds {@code :today} and {@code :now}
     */
    String of(String tiers);
}
