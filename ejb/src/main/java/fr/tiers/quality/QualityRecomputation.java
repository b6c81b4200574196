package fr.tiers.quality;

import fr.tiers.job.IdRange;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

import static fr.tiers.access.Role.Names.SYSTEM;

/** The steps of counting every tier anew, for the job that walks through them. */
@Stateless
@RolesAllowed(SYSTEM)
public class QualityRecomputation {

    @Inject
    Db db;

    @Inject
    QualityStore store;

    /** @return at most so many ranges of equal work; empty when there is no tier */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<IdRange> ranges(Instant asOf, int ranges) {
        return db.call(handle -> handle.createQuery(
                        """
                        select min(id) as from_id, max(id) as to_id, count(*) as count
                        from (select id, ntile(:ranges) over (order by id) as range from tier where created_at <= :asOf) t
                        group by range order by range
                        """)
                .bind("ranges", ranges)
                .bind("asOf", asOf)
                .map((row, context) -> IdRange.of(row))
                .list());
    }

    /** @return the next ids of a range */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Long> page(Instant asOf, long afterId, long toId, int limit) {
        return db.call(handle -> handle.createQuery(
                        """
                        select id from tier where id > :after and id <= :to and created_at <= :asOf order by id limit :limit
                        """)
                .bind("after", afterId)
                .bind("to", toId)
                .bind("asOf", asOf)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /** @return how many scores changed */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public int recompute(List<Long> ids) {
        return store.recompute(ids);
    }
}
