package fr.tiers.customfield;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condition of a list about a custom field, as it stands in a URL.
 *
 * @param op EQ (any of the values), MIN, MAX, CONTAINS or EMPTY
 */
public record FieldFilter(String code, Op op, List<String> values) implements Serializable {

    /** How a value is compared. */
    public enum Op {
        EQ(""),
        MIN(".min"),
        MAX(".max"),
        CONTAINS(".contains"),
        EMPTY(".empty");

        private final String suffix;

        Op(String suffix) {
            this.suffix = suffix;
        }

        public String suffix() {
            return suffix;
        }
    }

    public static final String PREFIX = "custom.";
    private static final String NAME = "custom\\.[a-z][A-Za-z0-9_]{1,39}(\\.(min|max|contains|empty))?";

    /** Whether a parameter has the shape of one about a custom field. */
    public static boolean isName(String parameter) {
        return parameter.matches(NAME);
    }

    /** Reads what stands in a URL; parameters about other things are passed over. */
    public static List<FieldFilter> parse(Map<String, List<String>> parameters) {
        var filters = new ArrayList<FieldFilter>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                filters.add(parse(name, values));
            }
        });
        return List.copyOf(filters);
    }

    private static FieldFilter parse(String name, List<String> values) {
        for (var op : Op.values()) {
            if (op != Op.EQ && name.endsWith(op.suffix)) {
                return new FieldFilter(name.substring(PREFIX.length(), name.length() - op.suffix.length()), op, values);
            }
        }
        return new FieldFilter(name.substring(PREFIX.length()), Op.EQ, values);
    }

    /** @return the code of the field to sort by, when a sort names one: {@code custom.<code>} */
    public static Optional<String> sorted(String name) {
        return isName(name) && name.lastIndexOf('.') < PREFIX.length()
                ? Optional.of(name.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** The name of the parameter. */
    public String name() {
        return PREFIX + code + op.suffix;
    }
}
