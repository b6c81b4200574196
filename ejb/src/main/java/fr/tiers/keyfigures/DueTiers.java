package fr.tiers.keyfigures;

import fr.tiers.job.IdRange;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Which tiers a run asks about: open, with a SIREN, and this SIREN not checked since the run's cut-off. Tiers created after the run began wait for
 * the next one, so that the total counted at its start stays true.
 */
@ApplicationScoped
public class DueTiers {

    private static final String DUE =
            """
            t.siren is not null and t.status = 'ACTIVE' and t.created_at <= :asOf
            and not exists (select 1 from key_figure_check c where c.tier_id = t.id and c.siren = t.siren
                            and c.checked_at >= :checkedBefore)
            """;

    private final Db db;

    protected DueTiers() {
        this(null);
    }

    @Inject
    public DueTiers(Db db) {
        this.db = db;
    }

    /**
     * One tier to ask about.
     *
     * @param siren as stored, shape checked by the database, check digit not
     */
    public record Due(long id, String code, String siren) {}

    /** @return at most so many ranges of about equal work, in the order of ids; empty when nothing is due */
    List<IdRange> ranges(Instant checkedBefore, Instant asOf, int ranges) {
        return db.call(handle -> handle.createQuery(
                        """
                        select min(id) as from_id, max(id) as to_id, count(*) as count
                        from (select t.id, ntile(:ranges) over (order by t.id) as range from tier t where %s) due
                        group by range order by range
                        """
                                .formatted(DUE))
                .bind("ranges", ranges)
                .bind("checkedBefore", checkedBefore)
                .bind("asOf", asOf)
                .map((row, context) -> IdRange.of(row))
                .list());
    }

    /** @return the next ones by id, after the position and up to the end of the range */
    List<Due> page(Instant checkedBefore, Instant asOf, long afterId, long toId, int limit) {
        return db.call(handle -> handle.createQuery(
                        """
                        select t.id, t.code, t.siren from tier t
                        where t.id > :afterId and t.id <= :toId and %s
                        order by t.id limit :limit
                        """
                                .formatted(DUE))
                .bind("afterId", afterId)
                .bind("toId", toId)
                .bind("limit", limit)
                .bind("checkedBefore", checkedBefore)
                .bind("asOf", asOf)
                .map((row, context) -> new Due(row.getLong("id"), row.getString("code"), row.getString("siren")))
                .list());
    }
}
