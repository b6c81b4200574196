package fr.tiers.duplicate.batch;

import fr.tiers.duplicate.DuplicateScan;
import fr.tiers.job.IdRange;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

import static fr.tiers.access.Role.Names.SYSTEM;

/** The job as the system for the service that compares. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DuplicateGateway {

    @Inject
    private DuplicateScan scan;

    public List<IdRange> ranges(Instant asOf, int ranges) {
        return scan.ranges(asOf, ranges);
    }

    public List<Long> page(Instant asOf, long afterId, long toId, int limit) {
        return scan.page(asOf, afterId, toId, limit);
    }

    public int compare(List<Long> ids) {
        return scan.compare(ids);
    }
}
