package fr.tiers.address.site;

import java.io.Serializable;

/**
 * What a technician must be allowed to do to work there.
 *
 * @param type code of a habilitation type
 * @param level the least, 1 to 9; null for any
 * @param mandatory false: wanted, but nobody is kept out; true when absent
 */
public record RequiredHabilitation(String type, Integer level, Boolean mandatory) implements Serializable {

    public RequiredHabilitation {
        mandatory = mandatory == null || mandatory;
    }
}
