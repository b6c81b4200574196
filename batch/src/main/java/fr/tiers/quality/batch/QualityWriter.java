package fr.tiers.quality.batch;

import fr.tiers.job.JobRun;
import fr.tiers.job.batch.RangeWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Counts a chunk in one statement. */
@Named
@Dependent
public class QualityWriter extends RangeWriter<Long> {

    @Inject
    private QualityGateway quality;

    @Override
    protected Tally write(JobRun run, List<Long> tiers) {
        return new Tally(tiers.size() - quality.recompute(tiers), 0);
    }

    @Override
    protected long id(Long tier) {
        return tier;
    }
}
