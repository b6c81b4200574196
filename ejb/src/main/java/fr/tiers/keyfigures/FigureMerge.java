package fr.tiers.keyfigures;

import java.util.Objects;

/**
 * Decides what a published figure does to the one on file. A figure entered by hand stays, for its whole year; what is known is never
 * replaced by "not published"; what is equal is not written.
 */
final class FigureMerge {

    private FigureMerge() {}

    /**
     * @param known the figure on file for the same closing date, null when there is none
     * @param published as the provider has it now, with its source and time
     * @return what to write; null when nothing is to be written
     */
    static KeyFigure merge(KeyFigure known, KeyFigure published) {
        if (known == null) {
            return published;
        }
        if (known.source() == FigureSource.MANUAL) {
            return null;
        }
        var turnover = otherwise(published.turnover(), known.turnover());
        var result = otherwise(published.result(), known.result());
        var headcount = otherwise(published.headcount(), known.headcount());
        var merged = new KeyFigure(
                published.year(),
                known.closingDate(),
                otherwise(published.duration(), known.duration()),
                turnover,
                result,
                headcount,
                turnover == null && result == null && headcount == null,
                published.source(),
                published.fetchedAt());
        return same(known, merged) ? null : merged;
    }

    private static boolean same(KeyFigure one, KeyFigure other) {
        return one.year() == other.year()
                && one.confidential() == other.confidential()
                && one.source() == other.source()
                && Objects.equals(one.duration(), other.duration())
                && Objects.equals(one.headcount(), other.headcount())
                && sameAmount(one.turnover(), other.turnover())
                && sameAmount(one.result(), other.result());
    }

    /** 12 and 12.00 are the same amount, though not equal. */
    private static <T extends Comparable<T>> boolean sameAmount(T one, T other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static <T> T otherwise(T preferred, T fallback) {
        return preferred == null ? fallback : preferred;
    }
}
