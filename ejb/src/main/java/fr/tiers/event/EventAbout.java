package fr.tiers.event;

/**
 * What an event is about.
 *
 * @param tierId null for no tier
 * @param contactId somebody at the tier; null for nobody in particular
 * @param addressId an address of the tier; null for none
 */
public record EventAbout(Long tierId, Long contactId, Long addressId) {}
