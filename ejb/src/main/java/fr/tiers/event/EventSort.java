package fr.tiers.event;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;

/** A column the list of events can be sorted by. No expression is ever null, so that the id can break ties in a keyset. */
public enum EventSort {
    START("start", "e.starts_at", "timestamptz"),
    SUBJECT("subject", "fold(e.subject)", "text"),
    TIER("tier", "coalesce(t.sort_name, '')", "text"),
    DUE("due", "coalesce(e.due_on, 'infinity')", "date"),
    CREATED("createdAt", "e.created_at", "timestamptz");

    private final String field;
    private final String expression;
    private final String type;

    EventSort(String field, String expression, String type) {
        this.field = field;
        this.expression = expression;
        this.type = type;
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
    public record Order(EventSort sort, boolean descending, String custom) {

        public static final Order LATEST_FIRST = new Order(START, true, null);

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
                return new Order(START, descending, custom.get());
            }
            for (var sort : EventSort.values()) {
                if (sort.field.equals(field)) {
                    return new Order(sort, descending, null);
                }
            }
            throw BusinessException.invalid("sort", "unknown-value", field);
        }
    }
}
