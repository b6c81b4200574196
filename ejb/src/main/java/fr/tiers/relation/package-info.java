/**
 * Relations between tiers: types with a label on each side, validity dates, the tree of parents and the figures over it.
 */
package fr.tiers.relation;
