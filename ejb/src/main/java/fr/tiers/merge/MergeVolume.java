package fr.tiers.merge;

import java.io.Serializable;

/**
 * What becomes of the rows of one feature.
 *
 * @param moved now the survivor's
 * @param deduplicated gone, because the survivor has the same
 * @param adjusted moved with a change, because the survivor has something of that name or rank: a number behind a file's name, no longer
 *     the main one
 */
public record MergeVolume(String feature, long moved, long deduplicated, long adjusted) implements Serializable {}
