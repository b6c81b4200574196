package fr.tiers.duplicate;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "Ce ne sont pas des doublons": remembered for each pair, with who said so, and taken back as easily. */
@Stateless
@PermitAll
public class DuplicateVerdicts {

    /** Seen from :me. */
    private static final String SELECT =
            """
            select v.id, v.reason, v.author, v.at, t.id as other_id, t.code, t.name, t.city, me.id as tier, me.name as tier_name
            from duplicate_verdict v join tier t on %s
            join tier me on me.id = case when v.tier_id = t.id then v.other_id else v.tier_id end
            where %s
            """;

    private static final int SHOWN = 200;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    VerdictStore store;

    /** @return newest first, at most {@value #SHOWN}; of tiers that the caller may see */
    public List<DuplicateVerdict> ofTier(long tierId) {
        access.requireVisible(tierId);
        var visibility = Visibility.of(callers.current());
        var sql = SELECT.formatted(
                "t.id in (v.tier_id, v.other_id) and t.id <> :me",
                "(v.tier_id = :me or v.other_id = :me) and " + visibility.ofRows("t")
                        + " order by v.at desc, v.id desc limit " + SHOWN);
        return db.call(handle -> visibility
                .bind(handle.createQuery(sql))
                .bind("me", tierId)
                .map((row, context) -> verdict(row))
                .list());
    }

    /** @return everything that was said, newest first; where the caller may see both */
    public Slice<DuplicateVerdict> page(String after, int limit) {
        var cursor = after == null ? null : Cursor.decode(after);
        var visibility = Visibility.of(callers.current());
        var where = "(:before = 0 or v.id < :before) and " + visibility.ofRows("t")
                + " and exists (select 1 from tier s where s.id = v.tier_id and " + visibility.ofRows("s")
                + ") order by v.id desc limit :limit";
        var rows = db.call(handle -> visibility
                .bind(handle.createQuery(SELECT.formatted("t.id = v.other_id", where)))
                .bind("before", cursor == null ? 0 : cursor.id())
                .bind("limit", limit + 1)
                .map((row, context) -> verdict(row))
                .list());
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        var next = more ? new Cursor("", shown.get(limit - 1).id()).encode() : null;
        return new Slice<>(List.copyOf(shown), next, shown.size(), !more && cursor == null);
    }

    /** @throws BusinessException NOT_FOUND when it does not exist or one of the two is not the caller's to see */
    public DuplicateVerdict get(long id) {
        var verdict = find("v.id = :id", Map.of("id", id)).orElseThrow(() -> notFound(id));
        if (!access.sees(verdict.tier()) || !access.sees(verdict.other())) {
            throw notFound(id);
        }
        return verdict;
    }

    /**
     * Says that two tiers are not the same. Saying it twice changes nothing.
     *
     * @param reason may be null
     * @throws BusinessException INVALID; NOT_FOUND; FORBIDDEN for whoever may not change both
     */
    public DuplicateVerdict say(Long tierId, Long otherId, String reason) {
        var why = Checks.trim(reason);
        new Checks()
                .required("tier", tierId)
                .required("other", otherId)
                .holds(otherId == null || !otherId.equals(tierId), "other", "duplicate-of-itself")
                .text("reason", why)
                .refuse();
        access.require(tierId, Action.EDIT);
        access.require(otherId, Action.EDIT);
        store.keep(tierId, otherId, why);
        return find(
                        "v.tier_id = :small and v.other_id = :great",
                        Map.of("small", Math.min(tierId, otherId), "great", Math.max(tierId, otherId)))
                .orElseThrow();
    }

    /** All of them are different from each other. */
    public void sayAll(List<Long> tiers) {
        for (int i = 0; i < tiers.size(); i++) {
            for (int j = i + 1; j < tiers.size(); j++) {
                say(tiers.get(i), tiers.get(j), null);
            }
        }
    }

    /** One is none of the others. */
    public void sayApart(long tierId, List<Long> others) {
        others.stream().filter(other -> other != tierId).forEach(other -> say(tierId, other, null));
    }

    /** Takes it back: the two may be proposed again. */
    public void takeBack(long id) {
        var verdict = get(id);
        access.require(verdict.tier(), Action.EDIT);
        access.require(verdict.other(), Action.EDIT);
        store.drop(id, verdict.tier(), verdict.other());
    }

    private Optional<DuplicateVerdict> find(String where, Map<String, ?> parameters) {
        return db.call(handle -> handle.createQuery(SELECT.formatted("t.id = v.other_id", where))
                .bindMap(parameters)
                .map((row, context) -> verdict(row))
                .findOne());
    }

    private static DuplicateVerdict verdict(ResultSet row) throws SQLException {
        return new DuplicateVerdict(
                row.getLong("id"),
                row.getLong("tier"),
                row.getString("tier_name"),
                row.getLong("other_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                row.getString("reason"),
                row.getString("author"),
                row.getTimestamp("at").toInstant());
    }

    private static BusinessException notFound(long id) {
        return BusinessException.notFound("verdict", id);
    }
}
