package fr.tiers.duplicate;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.duplicate.DuplicateCluster.Likeness;
import fr.tiers.duplicate.DuplicateCluster.Member;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the nightly job has found, as far as the caller may see it: a cluster of which one member alone is visible is none. */
@Stateless
@PermitAll
public class DuplicateInbox {

    @Inject
    Db db;

    @Inject
    Callers callers;

    private record Head(long id, int score) {}

    /**
     * @param minScore null for all
     * @param after cursor of the page before; null for the first
     * @return the likeliest first
     */
    public Slice<DuplicateCluster> page(Integer minScore, String after, int limit) {
        var visibility = Visibility.of(callers.current());
        var cursor = after == null ? null : Cursor.decode(after);
        int below = cursor == null ? 101 : score(cursor);
        var filter =
                """
                c.score >= :min and (select count(*) from (
                    select 1 from duplicate_member m join tier t on t.id = m.tier_id
                    where m.cluster_id = c.id and %s limit 2) seen) = 2
                """
                        .formatted(visibility.ofRows("t"));
        int min = minScore == null ? 0 : minScore;
        var heads = db.call(handle -> visibility
                .bind(handle.createQuery("select c.id, c.score from duplicate_cluster c where " + filter
                        + " and (c.score < :below or c.score = :below and c.id > :after)"
                        + " order by c.score desc, c.id limit :limit"))
                .bind("min", min)
                .bind("below", below)
                .bind("after", cursor == null ? 0 : cursor.id())
                .bind("limit", limit + 1)
                .map((row, context) -> new Head(row.getLong("id"), row.getInt("score")))
                .list());
        int total = db.call(handle -> visibility
                .bind(handle.createQuery("select count(*) from (select 1 from duplicate_cluster c where " + filter
                        + " limit " + (Slice.COUNT_CAP + 1) + ") capped"))
                .bind("min", min)
                .mapTo(Integer.class)
                .one());
        boolean more = heads.size() > limit;
        var shown = more ? heads.subList(0, limit) : heads;
        var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Slice<>(
                clusters(shown, visibility),
                more ? new Cursor(String.valueOf(last.score()), last.id()).encode() : null,
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    /** @throws BusinessException NOT_FOUND when it is none for the caller, or no longer */
    public DuplicateCluster get(long id) {
        var head = db.call(handle -> handle.createQuery("select id, score from duplicate_cluster where id = :id")
                .bind("id", id)
                .map((row, context) -> new Head(row.getLong("id"), row.getInt("score")))
                .list());
        return clusters(head, Visibility.of(callers.current())).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("duplicates", id));
    }

    private static int score(Cursor cursor) {
        if (!cursor.key().matches("\\d{1,3}")) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
        return Integer.parseInt(cursor.key());
    }

    private List<DuplicateCluster> clusters(List<Head> heads, Visibility visibility) {
        var members = members(heads, visibility);
        var pairs = pairs(members);
        return heads.stream()
                .map(head -> cluster(head, members.getOrDefault(head.id(), List.of()), pairs))
                .filter(Objects::nonNull)
                .toList();
    }

    private static DuplicateCluster cluster(Head head, List<Member> members, List<Likeness> pairs) {
        if (members.size() < 2) {
            return null;
        }
        var inside = members.stream().map(Member::id).toList();
        return new DuplicateCluster(
                head.id(),
                head.score(),
                members.get(0).id(),
                List.copyOf(members),
                pairs.stream()
                        .filter(pair -> inside.contains(pair.tier()) && inside.contains(pair.other()))
                        .sorted(Comparator.comparingInt(Likeness::score)
                                .reversed()
                                .thenComparing(Likeness::tier)
                                .thenComparing(Likeness::other))
                        .toList());
    }

    private Map<Long, List<Member>> members(List<Head> heads, Visibility visibility) {
        var members = new HashMap<Long, List<Member>>();
        db.run(handle -> visibility
                .bind(handle.createQuery(
                        """
                        select m.cluster_id, m.survivor, t.id, t.code, t.name, t.city, t.postal_code, t.siret, t.email, t.phone,
                               t.status
                        from duplicate_member m join tier t on t.id = m.tier_id
                        where m.cluster_id = any(:clusters) and %s order by m.survivor desc, t.id
                        """
                                .formatted(visibility.ofRows("t"))))
                .bindArray("clusters", Long.class, heads.stream().map(Head::id).toList())
                .map((row, context) -> members.computeIfAbsent(row.getLong("cluster_id"), id -> new ArrayList<>())
                        .add(new Member(
                                row.getLong("id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("city"),
                                row.getString("postal_code"),
                                row.getString("siret"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getString("status"),
                                row.getBoolean("survivor"))))
                .list());
        return members;
    }

    private List<Likeness> pairs(Map<Long, List<Member>> members) {
        var ids =
                members.values().stream().flatMap(List::stream).map(Member::id).toList();
        return db.call(handle -> handle.createQuery(
                        "select tier_id, other_id, score, reasons from duplicate_pair where tier_id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> new Likeness(
                        row.getLong("tier_id"), row.getLong("other_id"), row.getInt("score"), List.of((String[])
                                row.getArray("reasons").getArray())))
                .list());
    }
}
