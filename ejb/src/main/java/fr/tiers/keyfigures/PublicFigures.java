package fr.tiers.keyfigures;

import java.util.List;

/**
 * What a provider knows about one company.
 *
 * @param years newest first, at most three; empty for a company it does not know
 */
public record PublicFigures(List<PublicFigure> years) {

    public PublicFigures {
        years = List.copyOf(years);
    }

    public boolean unknown() {
        return years.isEmpty();
    }

    public boolean confidential() {
        return !unknown() && years.stream().allMatch(PublicFigure::confidential);
    }
}
