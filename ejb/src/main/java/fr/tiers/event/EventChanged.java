package fr.tiers.event;

/**
 * Fired in the transaction in which an event comes, changes or goes.
 *
 * @param before null when it is new
 * @param after null when it is gone
 */
public record EventChanged(EventView before, EventView after) {}
