package fr.tiers.merge;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What is to become one.
 *
 * @param from the sources, at most {@value #MAX_SOURCES}
 * @param take by line of the preview: SURVIVOR, SOURCE (the first that says something), BOTH or the id of a source; what is not named
 *     keeps the preset of the preview
 * @param fingerprint of the preview that was confirmed; null to merge whatever is there
 * @param force whether refusals that may be overruled are
 * @param reason why they are
 */
public record MergeCommand(List<Long> from, Map<String, String> take, String fingerprint, boolean force, String reason)
        implements Serializable {

    public static final int MAX_SOURCES = 10;

    public MergeCommand {
        from = from == null ? List.of() : List.copyOf(from);
        take = take == null ? Map.of() : Map.copyOf(take);
    }

    /** To look at what would happen. */
    public static MergeCommand of(List<Long> from) {
        return new MergeCommand(from, Map.of(), null, false, null);
    }
}
