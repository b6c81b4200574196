package fr.tiers.merge;

import java.io.Serializable;
import java.util.Map;

/**
 * One line of the preview: a field, or fields that only make sense together.
 *
 * @param survivor as text, empty for nothing
 * @param sources by id of the source
 * @param result what the survivor will say
 * @param choice SURVIVOR, BOTH or the id of the source that is taken
 * @param several whether both can be kept: lists and texts
 * @param differs whether there is anything to choose
 */
public record MergeLine(
        String field,
        String survivor,
        Map<Long, String> sources,
        String result,
        String choice,
        boolean several,
        boolean differs)
        implements Serializable {}
