package fr.tiers.quality.batch;

import fr.tiers.job.IdRange;
import fr.tiers.quality.QualityRecomputation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

import static fr.tiers.access.Role.Names.SYSTEM;

/** The job as the system for the service that counts. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QualityGateway {

    @Inject
    private QualityRecomputation recomputation;

    public List<IdRange> ranges(Instant asOf, int ranges) {
        return recomputation.ranges(asOf, ranges);
    }

    public List<Long> page(Instant asOf, long afterId, long toId, int limit) {
        return recomputation.page(asOf, afterId, toId, limit);
    }

    public int recompute(List<Long> ids) {
        return recomputation.recompute(ids);
    }
}
