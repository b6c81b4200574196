package fr.tiers.keyfigures.batch;

import fr.tiers.job.IdRange;
import fr.tiers.keyfigures.DueTiers;
import fr.tiers.keyfigures.KeyFigureEnrichment;
import fr.tiers.keyfigures.PublicFigures;
import fr.tiers.keyfigures.StoreResult;
import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.Patience;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

import static fr.tiers.access.Role.Names.SYSTEM;

/** The job as the system for the enrichment service. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeyFiguresGateway {

    @Inject
    private KeyFigureEnrichment enrichment;

    public List<IdRange> ranges(Instant start, int ranges) {
        return enrichment.ranges(enrichment.checkedBefore(start), start, ranges);
    }

    public List<DueTiers.Due> due(Instant start, long afterId, long toId, int limit) {
        return enrichment.due(enrichment.checkedBefore(start), start, afterId, toId, limit);
    }

    public PublicFigures fetch(String siren, Patience patience)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        return enrichment.fetch(siren, patience);
    }

    public StoreResult store(long tierId, PublicFigures figures) {
        return enrichment.store(tierId, figures);
    }

    public void invalid(long tierId) {
        enrichment.invalid(tierId);
    }
}
