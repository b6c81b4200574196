package fr.tiers.tier;

import fr.tiers.kernel.Cursor;

/**
 * Where a page of a list begins. A cursor is found by an index wherever it is; an offset is counted through, so only the pages near one
 * of the two ends are reached by it.
 *
 * @param offset rows that are passed over, from the end when {@code backwards}
 * @param cursor the row it continues after, or ends before when {@code backwards}; null for an end of the list
 */
public record PageStart(boolean backwards, int offset, Cursor cursor) {

    public static final PageStart FIRST = at(0);

    public static PageStart at(int offset) {
        return new PageStart(false, offset, null);
    }

    public static PageStart fromEnd(int offset) {
        return new PageStart(true, offset, null);
    }

    /** @throws fr.tiers.kernel.BusinessException INVALID for what is no cursor */
    public static PageStart after(String cursor) {
        return new PageStart(false, 0, Cursor.decode(cursor));
    }

    /** @throws fr.tiers.kernel.BusinessException INVALID for what is no cursor */
    public static PageStart before(String cursor) {
        return new PageStart(true, 0, Cursor.decode(cursor));
    }

    /** Whether there may be rows on the side it comes from. */
    boolean isInside() {
        return offset > 0 || cursor != null;
    }
}
