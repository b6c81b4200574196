package fr.tiers.quality;

import java.io.Serializable;
import java.util.List;

/**
 * How tiers are spread over scores, now and with other criteria. Scores are brought to ten so that both can be compared.
 *
 * @param tiers how many were looked at
 * @param sampled whether these are a sample: the base is larger than what can be counted while somebody waits
 */
public record QualityForecast(long tiers, boolean sampled, List<Bucket> buckets, double meanBefore, double meanAfter)
        implements Serializable {

    /** @param score out of ten, rounded */
    public record Bucket(int score, long before, long after) implements Serializable {}
}
