package fr.tiers.tier;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import java.io.Serializable;

/**
 * What a list of tiers is sorted by.
 *
 * @param custom code of a custom field to sort by instead of the column; null for none
 * @param nearest by the distance to the place the filter names, instead of the column
 */
public record TierOrder(TierColumn column, boolean descending, String custom, boolean nearest) implements Serializable {

    /** In a URL. */
    public static final String DISTANCE = "distance";

    public static final TierOrder BY_NAME = new TierOrder(TierColumn.NAME, false);

    public TierOrder(TierColumn column, boolean descending) {
        this(column, descending, null);
    }

    public TierOrder(TierColumn column, boolean descending, String custom) {
        this(column, descending, custom, false);
    }

    /** The name of what it sorts by, as in a URL. */
    public String field() {
        if (nearest) {
            return DISTANCE;
        }
        return custom == null ? column.field() : FieldFilter.PREFIX + custom;
    }

    /** Whether an index has the list in this order; what is named by another table has none. */
    boolean isIndexed() {
        return !nearest && (custom != null || column.kind() != TierColumn.Kind.NAMED);
    }

    /**
     * @param text a field's name, with a minus before it for descending
     * @throws BusinessException INVALID on {@code sort}
     */
    public static TierOrder parse(String text) {
        boolean descending = text.startsWith("-");
        var field = descending ? text.substring(1) : text;
        if (DISTANCE.equals(field)) {
            return new TierOrder(TierColumn.NAME, descending, null, true);
        }
        return FieldFilter.sorted(field)
                .map(custom -> new TierOrder(TierColumn.NAME, descending, custom))
                .or(() -> TierColumn.of(field)
                        .filter(TierColumn::isSortable)
                        .map(column -> new TierOrder(column, descending)))
                .orElseThrow(() -> BusinessException.invalid("sort", "unknown-value", field));
    }
}
