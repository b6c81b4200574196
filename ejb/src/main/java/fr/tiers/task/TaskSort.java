package fr.tiers.task;

import fr.tiers.kernel.BusinessException;

/** What tasks are sorted by. No expression is ever null, so that the id can break ties in a keyset. */
public enum TaskSort {
    RANK("rank", "e.board_rank", "numeric"),
    DUE("due", "coalesce(e.due_on, 'infinity')", "date"),
    PRIORITY("priority", "array_position(array['LOW', 'NORMAL', 'HIGH', 'URGENT'], e.priority)", "integer"),
    SUBJECT("subject", "fold(e.subject)", "text"),
    TIER("tier", "coalesce(t.sort_name, '')", "text"),
    ASSIGNEE("assignee", "coalesce(fold(u.display_name), '')", "text"),
    CREATED("createdAt", "e.created_at", "timestamptz");

    private final String field;
    private final String expression;
    private final String type;

    TaskSort(String field, String expression, String type) {
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

    /** A column with its direction. */
    public record Order(TaskSort sort, boolean descending) {

        public static final Order BY_DUE = new Order(DUE, false);
        public static final Order BY_RANK = new Order(RANK, false);

        /** The name of what it sorts by, as in a URL. */
        public String field() {
            return sort.field;
        }

        /**
         * @param text a field's name, with a minus before it for descending
         * @throws BusinessException INVALID on {@code sort}
         */
        public static Order parse(String text) {
            boolean descending = text.startsWith("-");
            var field = descending ? text.substring(1) : text;
            for (var sort : TaskSort.values()) {
                if (sort.field.equals(field)) {
                    return new Order(sort, descending);
                }
            }
            throw BusinessException.invalid("sort", "unknown-value", field);
        }
    }
}
