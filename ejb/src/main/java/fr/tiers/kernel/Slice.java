package fr.tiers.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * One page of a list.
 *
 * @param next where the next page starts, null on the last
 * @param total how many rows match; counting stops at {@link #COUNT_CAP}
 * @param totalIsExact false when counting stopped
 */
public record Slice<T>(List<T> items, String next, long total, boolean totalIsExact) {

    /** Beyond this a list says "more than 10 000" instead of counting them all. */
    public static final int COUNT_CAP = 10_000;

    /** The same page with one row on top of it. */
    public Slice<T> startingWith(T row) {
        return new Slice<>(Stream.concat(Stream.of(row), items.stream()).toList(), next, total, totalIsExact);
    }
}
