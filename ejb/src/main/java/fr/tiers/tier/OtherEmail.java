package fr.tiers.tier;

import java.io.Serializable;

/**
 * An e-mail address besides the primary one.
 *
 * @param type GENERAL, BILLING, ORDERS, SUPPORT or OTHER
 */
public record OtherEmail(String type, String email) implements Serializable {

    /** As it stands in the change log. */
    @Override
    public String toString() {
        return email + " (" + type + ')';
    }
}
