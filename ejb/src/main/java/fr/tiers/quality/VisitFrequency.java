package fr.tiers.quality;

import java.io.Serializable;

/**
 * How often somebody who works on a tier means to visit it.
 *
 * @param user login
 * @param visitsPerYear 1 to 366; null when not set
 */
public record VisitFrequency(String user, String name, Integer visitsPerYear) implements Serializable {}
