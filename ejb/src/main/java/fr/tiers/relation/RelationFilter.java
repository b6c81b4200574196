package fr.tiers.relation;

/**
 * Which relations of a tier.
 *
 * @param type code; null for all
 * @param inForce true for those in force today, false for the others, null for all
 */
public record RelationFilter(String type, Boolean inForce) {

    public static final RelationFilter ALL = new RelationFilter(null, null);
}
