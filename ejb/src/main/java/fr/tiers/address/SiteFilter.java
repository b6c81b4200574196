package fr.tiers.address;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.tag.Tagged;
import java.util.List;

/**
 * Which sites; null for all.
 *
 * @param q words or parts of words of the site's name, its town, its postal code, its tier or its custom fields
 * @param technician login
 * @param tags which tags it must wear, or must not
 * @param custom conditions about custom fields
 */
public record SiteFilter(String q, String technician, Tagged tags, List<FieldFilter> custom) {

    /** Without conditions about tags and custom fields. */
    public SiteFilter(String q, String technician) {
        this(q, technician, Tagged.WHATEVER, List.of());
    }
}
