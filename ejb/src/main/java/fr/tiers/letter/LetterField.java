package fr.tiers.letter;

import java.io.Serializable;

/**
 * A field that a template may name.
 *
 * @param token without braces, e.g. {@code contact.lastName}
 * @param label of a custom field in the caller's language; null for those of Tiers itself, whose names the pages know
 */
public record LetterField(String token, String label) implements Serializable {}
