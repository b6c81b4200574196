package fr.tiers.address;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;

/**
 * How the list of sites is sorted.
 *
 * @param custom code of a custom field; null for the name
 */
public record SiteOrder(boolean descending, String custom) {

    public static final SiteOrder BY_NAME = new SiteOrder(false, null);

    /**
     * @param text {@code name} or {@code custom.<code>}, with a minus before it for descending
     * @throws BusinessException INVALID on {@code sort}
     */
    public static SiteOrder parse(String text) {
        boolean descending = text.startsWith("-");
        var field = descending ? text.substring(1) : text;
        var custom = FieldFilter.sorted(field);
        if (custom.isEmpty() && !"name".equals(field)) {
            throw BusinessException.invalid("sort", "unknown-value", field);
        }
        return new SiteOrder(descending, custom.orElse(null));
    }

    /** The name of what it sorts by, as in a URL. */
    public String field() {
        return custom == null ? "name" : FieldFilter.PREFIX + custom;
    }
}
