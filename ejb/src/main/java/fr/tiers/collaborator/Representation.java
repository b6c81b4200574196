package fr.tiers.collaborator;

import java.util.List;

/**
 * Who represents us at a tier.
 *
 * @param version for If-Match
 * @param owner login of the one in charge; null when there is none
 * @param representatives in the order of their periods
 */
public record Representation(long version, String owner, String ownerName, List<Representative> representatives) {}
