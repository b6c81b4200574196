package fr.tiers.keyfigures;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The figures shown on the tier itself. They follow the newest published figure as long as nobody typed others over them: a value is
 * ours to replace when it is empty or equals a published figure on file. Turnover and its year move together.
 *
 * @param turnover in euros
 */
record Headline(Integer headcount, BigDecimal turnover, Integer turnoverYear) {

    /**
     * @param before the tier's figures on file before this update
     * @param after the same after it
     */
    Headline follow(List<KeyFigure> before, List<KeyFigure> after) {
        var staff = newest(after, KeyFigure::headcount);
        var sales = newest(after, KeyFigure::turnover);
        var ownsStaff = headcount == null || published(before, figure -> headcount.equals(figure.headcount()));
        var ownsSales = turnover == null
                || published(
                        before,
                        figure -> figure.turnover() != null
                                && figure.turnover().compareTo(turnover) == 0
                                && Objects.equals(figure.year(), turnoverYear));
        return new Headline(
                ownsStaff && staff != null ? staff.headcount() : headcount,
                ownsSales && sales != null ? sales.turnover() : turnover,
                ownsSales && sales != null ? Integer.valueOf(sales.year()) : turnoverYear);
    }

    boolean sameAs(Headline other) {
        return Objects.equals(headcount, other.headcount)
                && Objects.equals(turnoverYear, other.turnoverYear)
                && (turnover == null || other.turnover == null
                        ? turnover == other.turnover
                        : turnover.compareTo(other.turnover) == 0);
    }

    private static KeyFigure newest(List<KeyFigure> figures, Function<KeyFigure, ?> value) {
        return figures.stream()
                .filter(figure -> figure.source() != FigureSource.MANUAL && value.apply(figure) != null)
                .max(Comparator.comparing(KeyFigure::closingDate))
                .orElse(null);
    }

    private static boolean published(List<KeyFigure> figures, Predicate<KeyFigure> matches) {
        return figures.stream()
                .filter(figure -> figure.source() != FigureSource.MANUAL)
                .anyMatch(matches);
    }
}
