package fr.tiers.address.site;

import java.io.Serializable;

/**
 * Hours of a day of the week; a day may have several.
 *
 * @param day MONDAY to SUNDAY
 * @param from HH:MM
 * @param to HH:MM, 24:00 for midnight
 */
public record OpeningSlot(String day, String from, String to) implements Serializable {}
