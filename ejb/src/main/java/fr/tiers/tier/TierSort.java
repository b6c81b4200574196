package fr.tiers.tier;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import java.io.Serializable;

/**
 * A column a list of tiers can be sorted by. The expression is never null, so that the id can break ties in a keyset; each has an index
 * or sorts what a filter has already narrowed.
 */
public enum TierSort {
    NAME("name", "t.sort_name", "text"),
    CODE("code", "t.code", "text"),
    CITY("city", "fold(coalesce(t.city, ''))", "text"),
    POSTAL_CODE("postalCode", "coalesce(t.postal_code, '')", "text"),
    STATUS("status", "t.status", "text"),
    SIREN("siren", "coalesce(t.siren, '')", "text"),
    APE("apeCode", "coalesce(t.ape_code, '')", "text"),
    OWNER("owner", "coalesce((select o.login from app_user o where o.id = t.owner_id), '')", "text"),
    SALES_UNIT("salesUnit", "coalesce((select s.code from sales_unit s where s.id = t.sales_unit_id), '')", "text"),
    UPDATED_AT("updatedAt", "t.updated_at", "timestamptz"),
    CREATED_AT("createdAt", "t.created_at", "timestamptz"),
    QUALITY("quality", "t.quality", "smallint");

    private final String field;
    private final String expression;
    private final String type;

    TierSort(String field, String expression, String type) {
        this.field = field;
        this.expression = expression;
        this.type = type;
    }

    public String field() {
        return field;
    }

    String expression() {
        return expression;
    }

    String type() {
        return type;
    }

    /**
     * A column with its direction.
     *
     * @param custom code of a custom field to sort by instead; null for none
     */
    public record Order(TierSort sort, boolean descending, String custom) implements Serializable {

        public static final Order BY_NAME = new Order(NAME, false);

        public Order(TierSort sort, boolean descending) {
            this(sort, descending, null);
        }

        /** The name of what it sorts by, as in a URL. */
        public String field() {
            return custom == null ? sort.field : FieldFilter.PREFIX + custom;
        }

        /**
         * @param text a field's name, with a minus before it for descending
         * @throws BusinessException INVALID on {@code sort}
         */
        public static Order parse(String text) {
            boolean descending = text.startsWith("-");
            var field = descending ? text.substring(1) : text;
            var custom = FieldFilter.sorted(field);
            if (custom.isPresent()) {
                return new Order(NAME, descending, custom.get());
            }
            for (var sort : TierSort.values()) {
                if (sort.field.equals(field)) {
                    return new Order(sort, descending);
                }
            }
            throw BusinessException.invalid("sort", "unknown-value", field);
        }
    }
}
