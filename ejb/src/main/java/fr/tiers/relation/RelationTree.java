package fr.tiers.relation;

import java.util.List;

/**
 * Where a tier stands in the tree of parents, as far as the caller may see; a tier that is hidden is passed over.
 *
 * @param ancestors from the top down to the parent
 * @param siblings other children of the parent, by name, at most {@link RelationTrees#SHOWN}
 * @param siblingCount all of them
 * @param children by name, at most {@link RelationTrees#SHOWN}
 * @param childCount all of them
 */
public record RelationTree(
        Neighbour tier,
        List<Neighbour> ancestors,
        List<Neighbour> siblings,
        long siblingCount,
        List<Neighbour> children,
        long childCount) {}
