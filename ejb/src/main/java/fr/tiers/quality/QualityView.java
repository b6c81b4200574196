package fr.tiers.quality;

import java.io.Serializable;
import java.util.List;

/** The quality of a tier: the score is the sum of the points earned, the maximum that of all weights. */
public record QualityView(int score, int max, List<QualityPoint> points) implements Serializable {

    static QualityView of(List<QualityPoint> points) {
        return new QualityView(
                points.stream().mapToInt(QualityPoint::earned).sum(),
                points.stream().mapToInt(QualityPoint::weight).sum(),
                points);
    }
}
