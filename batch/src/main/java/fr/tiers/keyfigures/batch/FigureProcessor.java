package fr.tiers.keyfigures.batch;

import fr.tiers.job.batch.RunControl;
import fr.tiers.job.batch.RunningJobs;
import fr.tiers.keyfigures.DueTiers;
import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.NoLongerWanted;
import fr.tiers.registry.provider.Patience;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import fr.tiers.tier.identity.Siren;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the provider about one tier. The chunk's transaction is open, but nothing has used it yet: no connection and no lock is held
 * while the provider thinks. Returns nothing when the run is to stop or cannot go on; the reader then ends the chunk.
 */
@Named
@Dependent
public class FigureProcessor implements ItemProcessor {

    /** Our key, our address: the same for every tier. */
    private static final Set<Integer> OUR_FAULT = Set.of(401, 403, 404);

    @Inject
    private RunningJobs running;

    @Inject
    private KeyFiguresGateway keyFigures;

    @Inject
    @BatchProperty
    private String run;

    /** {@code tiers.job.key-figures.patience}: longest wait for one answer, queueing and retries included. */
    @Inject
    @ConfigProperty(name = "tiers.job.key-figures.patience", defaultValue = "PT60S")
    private Duration patience;

    @Override
    public Outcome processItem(Object item) {
        var control = running.of(run);
        var tier = (DueTiers.Due) item;
        if (!control.goesOn()) {
            return null;
        }
        if (!Siren.isValid(tier.siren())) {
            return Outcome.skipped(tier, Outcome.INVALID, null);
        }
        try {
            return Outcome.of(tier, keyFigures.fetch(tier.siren(), Patience.of(patience, () -> !control.goesOn())));
        } catch (MalformedAnswer e) {
            return Outcome.skipped(tier, Outcome.MALFORMED, e.getMessage());
        } catch (ProviderRefused e) {
            return refused(control, tier, e);
        } catch (NoLongerWanted e) {
            return null;
        } catch (ProviderUnavailable e) {
            control.fail(new RunControl.Failure("provider-unavailable", e.getMessage(), true, e.retryAfter()));
            return null;
        } catch (RuntimeException e) {
            control.fail(e);
            throw e;
        }
    }

    private static Outcome refused(RunControl control, DueTiers.Due tier, ProviderRefused e) {
        if (!OUR_FAULT.contains(e.status())) {
            return Outcome.skipped(tier, Outcome.REFUSED, e.getMessage());
        }
        control.fail(new RunControl.Failure("provider-refused", e.getMessage(), false, Duration.ZERO));
        return null;
    }
}
