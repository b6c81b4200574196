package fr.tiers.duplicate;

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

/** The steps of filling the inbox, for the job that walks through them: tiers that changed since the last run that came to its end. */
@Stateless
@RolesAllowed(SYSTEM)
public class DuplicateScan {

    /** Name of the job. */
    public static final String JOB = "duplicates";

    private static final String DUE =
            """
            created_at <= :asOf and updated_at >= coalesce((select max(started_at) from job_run
                                                            where job = '%s' and status = 'COMPLETED'), '-infinity')
            """
                    .formatted(JOB);

    @Inject
    Db db;

    @Inject
    DuplicateClusters clusters;

    /** @return at most so many ranges of equal work; empty when there is nothing to do */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<IdRange> ranges(Instant asOf, int ranges) {
        return db.call(handle -> handle.createQuery(
                        """
                        select min(id) as from_id, max(id) as to_id, count(*) as count
                        from (select id, ntile(:ranges) over (order by id) as range from tier where %s) t
                        group by range order by range
                        """
                                .formatted(DUE))
                .bind("ranges", ranges)
                .bind("asOf", asOf)
                .map((row, context) -> IdRange.of(row))
                .list());
    }

    /** @return the next ids of a range */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Long> page(Instant asOf, long afterId, long toId, int limit) {
        return db.call(handle -> handle.createQuery(
                        "select id from tier where id > :after and id <= :to and %s order by id limit :limit"
                                .formatted(DUE))
                .bind("after", afterId)
                .bind("to", toId)
                .bind("asOf", asOf)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /** @return of how many tiers the inbox has changed; repeating it changes nothing */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public int compare(List<Long> ids) {
        return clusters.compare(ids);
    }
}
