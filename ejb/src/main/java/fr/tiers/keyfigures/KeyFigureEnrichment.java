package fr.tiers.keyfigures;

import fr.tiers.job.IdRange;
import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.Patience;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static fr.tiers.access.Role.Names.SYSTEM;

/** The steps of the enrichment with key figures, for the job that walks through the tiers. */
@Stateless
@RolesAllowed(SYSTEM)
public class KeyFigureEnrichment {

    @Inject
    private DueTiers due;

    @Inject
    private InfogreffeClient infogreffe;

    @Inject
    private FigureStore store;

    @Inject
    private KeyFigureTable table;

    @Inject
    private Clock clock;

    /** {@code tiers.keyfigures.max-age}: a tier whose provider was asked longer ago is due. */
    @Inject
    @ConfigProperty(name = "tiers.keyfigures.max-age", defaultValue = "P30D")
    private Duration maxAge;

    /** @return the cut-off of a run that starts then: what was checked before is due */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Instant checkedBefore(Instant start) {
        return start.minus(maxAge);
    }

    /** Splits the work. @return at most so many ranges of tier ids; empty when nothing is due */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<IdRange> ranges(Instant checkedBefore, Instant asOf, int ranges) {
        return due.ranges(checkedBefore, asOf, ranges);
    }

    /** Reads the next tiers of a range in a short transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<DueTiers.Due> due(Instant checkedBefore, Instant asOf, long afterId, long toId, int limit) {
        return due.page(checkedBefore, asOf, afterId, toId, limit);
    }

    /** Asks the provider. No transaction and no connection is held while it thinks. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PublicFigures fetch(String siren, Patience patience)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        return infogreffe.fetch(siren, patience);
    }

    /** Puts the figures on file and notes the check; repeating it changes nothing. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StoreResult store(long tierId, PublicFigures figures) {
        var result = store.store(tierId, figures);
        var outcome = figures.unknown()
                ? CheckOutcome.UNKNOWN
                : figures.confidential() ? CheckOutcome.CONFIDENTIAL : CheckOutcome.FOUND;
        table.checked(tierId, clock.instant(), outcome);
        return result;
    }

    /** Notes that asking about this tier is pointless until its SIREN is mended. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void invalid(long tierId) {
        table.checked(tierId, clock.instant(), CheckOutcome.INVALID);
    }
}
