/**
 * Tags: words in a tree that are hung on tiers and other objects. What wears them is known by {@link fr.tiers.tag.TagUse}.
 */
package fr.tiers.tag;
