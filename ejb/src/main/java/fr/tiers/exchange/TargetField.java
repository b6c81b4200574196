package fr.tiers.exchange;

import fr.tiers.customfield.CustomField;
import java.io.Serializable;

/**
 * Something that a column can be.
 *
 * @param name as in {@link fr.tiers.tier.TierData}, {@code address.city}, {@code contact.email}, {@code custom.<code>}; {@code id} and
 *     {@code formerCode} only find a tier
 * @param kind how a cell is read
 * @param custom the definition of a custom field, else null
 */
public record TargetField(String name, Group group, Kind kind, CustomField custom) implements Serializable {

    /** Where the field stands in the choice. */
    public enum Group {
        IDENTITY,
        REACH,
        ADDRESS,
        ORGANISATION,
        CONTACT,
        CUSTOM,
        KEY
    }

    /** How a cell is read. */
    public enum Kind {
        TEXT,
        PHONE,
        CHOICE,
        YES_NO,
        WHOLE,
        DECIMAL,
        COORDINATE,
        DATE,
        COUNTRY,
        SIREN,
        SIRET,
        POSTAL_CODE,
        TYPES,
        TAGS,
        SALES_UNIT,
        OWNER,
        COMPANIES,
        AGENCIES,
        CUSTOM
    }

    static TargetField of(String name, Group group, Kind kind) {
        return new TargetField(name, group, kind, null);
    }

    static TargetField of(CustomField field) {
        return new TargetField(field.definition().name(), Group.CUSTOM, Kind.CUSTOM, field);
    }

    boolean isUniqueCustom() {
        return custom != null && custom.definition().unique();
    }
}
