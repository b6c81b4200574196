package fr.tiers.collaborator;

/**
 * Somebody who works on a tier.
 *
 * @param tier id of the tier
 * @param user login
 * @param type code of the {@link CollaboratorTypes}
 * @param active false when the account is closed: the entry gives no access then
 */
public record CollaboratorView(
        long id, long version, long tier, String user, String displayName, String type, boolean active) {}
