package fr.tiers.duplicate.batch;

import fr.tiers.job.JobRun;
import fr.tiers.job.batch.RangeWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Compares a chunk with all others. */
@Named
@Dependent
public class DuplicateWriter extends RangeWriter<Long> {

    @Inject
    private DuplicateGateway duplicates;

    @Override
    protected Tally write(JobRun run, List<Long> tiers) {
        return new Tally(tiers.size() - duplicates.compare(tiers), 0);
    }

    @Override
    protected long id(Long tier) {
        return tier;
    }
}
