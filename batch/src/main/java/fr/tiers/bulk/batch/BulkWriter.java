package fr.tiers.bulk.batch;

import fr.tiers.job.JobRun;
import fr.tiers.job.batch.RangeWriter;
import fr.tiers.job.batch.RunControl;
import fr.tiers.job.batch.RunningJobs;
import fr.tiers.kernel.BusinessException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;

/** Plans, applies or takes back a chunk. */
@Named
@Dependent
public class BulkWriter extends RangeWriter<Integer> {

    @Inject
    private BulkGateway bulks;

    @Inject
    private RunningJobs running;

    @Override
    protected Tally write(JobRun run, List<Integer> numbers) {
        try {
            var outcome = bulks.work(run, numbers);
            return new Tally(outcome.unchanged(), outcome.skipped());
        } catch (BusinessException e) {
            // rows have their refusals; this is one of the run as a whole, and waiting does not help
            running.of(String.valueOf(run.id()))
                    .fail(new RunControl.Failure("bulk-refused", e.getMessage(), false, Duration.ZERO));
            throw e;
        }
    }

    @Override
    protected long id(Integer number) {
        return number;
    }
}
