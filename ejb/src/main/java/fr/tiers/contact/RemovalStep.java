package fr.tiers.contact;

/**
 * One step on the way to the deletion of a person.
 *
 * @param tierName null for the last step
 * @param successor who becomes main contact, for {@link Kind#UNTICK}
 */
public record RemovalStep(Kind kind, Long linkId, Long tierId, String tierName, String successor) {

    /** In this order for each tier, the last one once at the end. */
    public enum Kind {
        /** the box "main contact" goes to somebody else */
        UNTICK,
        /** the person is no longer a contact of the tier */
        UNLINK,
        /** the person is deleted */
        DELETE,
        /** the person stays, being known from tiers that the caller does not see */
        KEEP
    }
}
