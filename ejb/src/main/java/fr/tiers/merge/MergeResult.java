package fr.tiers.merge;

import java.io.Serializable;
import java.util.Map;

/**
 * What a merge has done.
 *
 * @param moved rows by feature that are the survivor's now
 * @param deduplicated rows by feature that are gone, because the survivor has the same; {@code tier} are those of the sources themselves
 */
public record MergeResult<T>(long mergeId, T survivor, Map<String, Long> moved, Map<String, Long> deduplicated)
        implements Serializable {}
