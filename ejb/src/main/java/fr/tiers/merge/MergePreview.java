package fr.tiers.merge;

import fr.tiers.kernel.Violation;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a merge would do: the merge itself, rolled back.
 *
 * @param volumes empty where a refusal cannot be overruled
 * @param violations rules that the survivor would break with these values
 * @param outstanding what is owed, before and after; null for callers who may not see it, or when nothing is
 * @param fingerprint of everything that would be changed; null when it cannot be merged
 */
public record MergePreview(
        Party survivor,
        List<Party> sources,
        List<MergeLine> lines,
        List<MergeVolume> volumes,
        List<MergeRefusal> refusals,
        List<Violation> violations,
        Outstanding outstanding,
        String fingerprint)
        implements Serializable {

    /**
     * Who takes part.
     *
     * @param code of a tier; null for a contact
     * @param city of a tier; for a contact, the tiers at which he or she works
     * @param types of a tier; none for a contact
     */
    public record Party(long id, String code, String name, String city, List<String> types, long version)
            implements Serializable {

        String label() {
            return code == null ? name : code + ' ' + name;
        }
    }

    /** @param currency of the amounts */
    public record Outstanding(BigDecimal before, BigDecimal after, String currency) implements Serializable {}
}
