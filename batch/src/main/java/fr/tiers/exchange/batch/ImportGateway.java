package fr.tiers.exchange.batch;

import fr.tiers.exchange.ImportJob;
import fr.tiers.exchange.ImportWork;
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

/** The job as the system for the work of imports, which itself stands in for the user who started the run. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImportGateway {

    @Inject
    private ImportWork work;

    public List<IdRange> ranges(JobRun run, int wanted) {
        return work.ranges(job(run), wanted);
    }

    public List<Integer> page(JobRun run, long after, long to, int limit) {
        return work.page(job(run), after, to, limit);
    }

    public ImportWork.Outcome work(JobRun run, List<Integer> numbers) {
        return work.work(job(run), numbers);
    }

    private static ImportJob job(JobRun run) {
        return ImportJob.of(run.job(), run.parameters());
    }
}
