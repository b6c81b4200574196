package fr.tiers.letter.web;

import java.io.Serializable;

/**
 * A contact chosen by name.
 *
 * @param link id of the person at the tier
 */
public record ContactPick(long link, String label) implements Serializable {}
