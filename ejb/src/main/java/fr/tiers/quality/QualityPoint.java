package fr.tiers.quality;

import java.io.Serializable;

/**
 * A criterion as it stands for one tier.
 *
 * @param earned the weight, or 0
 * @param missing what would earn it: the name of a tier's field, {@code contact}, {@code visitsPerYear} or {@code event}; null when
 *     earned
 */
public record QualityPoint(String criterion, int weight, int earned, String missing) implements Serializable {

    static QualityPoint of(String code, int weight, boolean earned) {
        return new QualityPoint(code, weight, earned ? weight : 0, earned ? null : missing(Criterion.valueOf(code)));
    }

    private static String missing(Criterion criterion) {
        return switch (criterion) {
            case APE -> "apeCode";
            case SIRET -> "siret";
            case WEBSITE -> "website";
            case HEADCOUNT -> "headcount";
            case TURNOVER -> "turnover";
            case CONTACT_EMAIL, SECOND_CONTACT_EMAIL, THIRD_CONTACT_MANAGEMENT -> "contact";
            case VISIT_FREQUENCY -> "visitsPerYear";
            case RECENT_VISIT -> "event";
            case PHONE -> "phone";
            case EMAIL -> "email";
            case ADDRESS -> "address.city";
            case VAT_NUMBER -> "vatNumber";
            case OWNER -> "owner";
        };
    }
}
