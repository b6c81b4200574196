package fr.tiers.mail;

import java.io.Serializable;

/**
 * A record of this company that a template can be looked at with.
 *
 * @param label as people call it
 */
public record TemplateSample(long id, String label) implements Serializable {}
