package fr.tiers.quality.batch;

import fr.tiers.job.batch.RangeReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Hands out the ids of the tiers of a range. */
@Named
@Dependent
public class QualityReader extends RangeReader<Long> {

    private static final int PAGE = 2_000;

    @Inject
    private QualityGateway quality;

    @Override
    protected List<Long> page(Instant asOf, long afterId, long toId) {
        return quality.page(asOf, afterId, toId, PAGE);
    }

    @Override
    protected long id(Long tier) {
        return tier;
    }
}
