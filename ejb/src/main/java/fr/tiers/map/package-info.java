/** The tiers of a list on a map: how many there are in each square of a frame, or each of them where they are few. */
package fr.tiers.map;
