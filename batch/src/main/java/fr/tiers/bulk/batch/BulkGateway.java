package fr.tiers.bulk.batch;

import fr.tiers.bulk.BulkJob;
import fr.tiers.bulk.BulkWork;
import fr.tiers.job.IdRange;
import fr.tiers.job.JobRun;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

import static fr.tiers.access.Role.Names.SYSTEM;

/** The job as the system for the work of bulk actions, which itself stands in for the user who started the run. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BulkGateway {

    @Inject
    private BulkWork work;

    public List<IdRange> ranges(JobRun run) {
        return work.ranges(job(run));
    }

    public List<Integer> page(JobRun run, long after, long to, int limit) {
        return work.page(job(run), after, to, limit);
    }

    public BulkWork.Outcome work(JobRun run, List<Integer> numbers) {
        return work.work(job(run), numbers);
    }

    private static BulkJob job(JobRun run) {
        return BulkJob.of(run.parameters());
    }
}
