package fr.tiers.keyfigures.batch;

import fr.tiers.job.batch.RangeReader;
import fr.tiers.keyfigures.DueTiers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Hands out the due tiers of a range. */
@Named
@Dependent
public class DueTierReader extends RangeReader<DueTiers.Due> {

    private static final int PAGE = 100;

    @Inject
    private KeyFiguresGateway keyFigures;

    @Override
    protected List<DueTiers.Due> page(Instant asOf, long afterId, long toId) {
        return keyFigures.due(asOf, afterId, toId, PAGE);
    }

    @Override
    protected long id(DueTiers.Due tier) {
        return tier.id();
    }
}
