package fr.tiers.contact;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;

/** A column the list of people can be sorted by. No expression is ever null, so that the id can break ties in a keyset. */
public enum ContactSort {
    NAME("name", "c.sort_name", "text"),
    TIER("tier", "coalesce(p.tier_sort, '')", "text"),
    JOB_TITLE("jobTitle", "fold(coalesce(p.job_title, ''))", "text"),
    UPDATED_AT("updatedAt", "coalesce(c.updated_at, c.created_at)", "timestamptz");

    private final String field;
    private final String expression;
    private final String type;

    ContactSort(String field, String expression, String type) {
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
    public record Order(ContactSort sort, boolean descending, String custom) {

        public static final Order BY_NAME = new Order(NAME, false, null);

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
            for (var sort : ContactSort.values()) {
                if (sort.field.equals(field)) {
                    return new Order(sort, descending, null);
                }
            }
            throw BusinessException.invalid("sort", "unknown-value", field);
        }

        /** As {@link #parse} reads it. */
        public String text() {
            return (descending ? "-" : "") + field();
        }
    }
}
