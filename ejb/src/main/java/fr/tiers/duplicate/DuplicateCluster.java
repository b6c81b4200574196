package fr.tiers.duplicate;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tiers that are probably one.
 *
 * @param survivor id of the one that is proposed to remain
 * @param members that the caller may see, the proposed survivor first
 * @param pairs why, strongest first
 */
public record DuplicateCluster(long id, int score, long survivor, List<Member> members, List<Likeness> pairs)
        implements Serializable {

    /** One of them. */
    public record Member(
            long id,
            String code,
            String name,
            String city,
            String postalCode,
            String siret,
            String email,
            String phone,
            String status,
            boolean survivor)
            implements Serializable {}

    /** What two of them have in common. */
    public record Likeness(long tier, long other, int score, List<String> reasons) implements Serializable {}

    /** All reasons, strongest first. */
    public List<String> reasons() {
        return pairs.stream()
                .flatMap(pair -> pair.reasons().stream())
                .distinct()
                .toList();
    }

    /** The others, as the page of a merge takes them. */
    public String others() {
        return members.stream()
                .filter(member -> member.id() != survivor)
                .map(member -> String.valueOf(member.id()))
                .collect(Collectors.joining(","));
    }
}
