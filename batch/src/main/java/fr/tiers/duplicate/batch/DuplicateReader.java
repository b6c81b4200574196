package fr.tiers.duplicate.batch;

import fr.tiers.job.batch.RangeReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Hands out the ids of the tiers of a range. */
@Named
@Dependent
public class DuplicateReader extends RangeReader<Long> {

    private static final int PAGE = 1_000;

    @Inject
    private DuplicateGateway duplicates;

    @Override
    protected List<Long> page(Instant asOf, long afterId, long toId) {
        return duplicates.page(asOf, afterId, toId, PAGE);
    }

    @Override
    protected long id(Long tier) {
        return tier;
    }
}
