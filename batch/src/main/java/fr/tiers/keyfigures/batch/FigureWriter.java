package fr.tiers.keyfigures.batch;

import fr.tiers.job.JobRun;
import fr.tiers.job.batch.LedgerGateway;
import fr.tiers.job.batch.RangeWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes a chunk: figures, and what was passed over. */
@Named
@Dependent
public class FigureWriter extends RangeWriter<Outcome> {

    @Inject
    private LedgerGateway ledger;

    @Inject
    private KeyFiguresGateway keyFigures;

    @Override
    protected Tally write(JobRun run, List<Outcome> outcomes) {
        var unchanged = 0L;
        var skipped = 0L;
        for (var outcome : outcomes) {
            var changed = store(outcome);
            if (outcome.skip() != null) {
                skipped++;
                var tier = outcome.tier();
                ledger.skip(run, tier.code() + ' ' + tier.siren(), tier.id(), outcome.skip(), outcome.detail());
            } else if (!changed) {
                unchanged++;
            }
        }
        return new Tally(unchanged, skipped);
    }

    @Override
    protected long id(Outcome outcome) {
        return outcome.tier().id();
    }

    /** An answer that made no sense leaves no trace on the tier: the next run asks again. */
    private boolean store(Outcome outcome) {
        if (outcome.figures() != null) {
            return keyFigures.store(outcome.tier().id(), outcome.figures()).changed() > 0;
        }
        if (Outcome.INVALID.equals(outcome.skip())) {
            keyFigures.invalid(outcome.tier().id());
        }
        return false;
    }
}
