package fr.tiers.registry;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.Patience;
import fr.tiers.registry.provider.ProviderException;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import fr.tiers.registry.provider.Providers;
import fr.tiers.tier.identity.Siret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/**
 * Searches the annuaire des entreprises (API Recherche d'entreprises, provider {@code search}) for somebody who waits at the screen: a
 * few seconds at most, and no transaction is open meanwhile.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, MARKETING})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CompanyDirectory {

    private static final Logger LOG = Logger.getLogger(CompanyDirectory.class);

    private static final Duration AT_THE_SCREEN = Duration.ofSeconds(8);
    private static final int PER_PAGE = 25;
    /** The API refuses to page beyond. */
    private static final int REACH = 10_000;

    @Inject
    private Providers providers;

    @Inject
    private KnownTiers knownTiers;

    /**
     * @param query name, town, postal code, SIREN, SIRET or French VAT number
     * @param page from 1
     * @throws BusinessException INVALID (fields {@code q}, {@code page}); UNAVAILABLE {@code registry-unavailable}
     */
    public CompanyPage search(String query, int page) {
        if (page < 1 || page > REACH / PER_PAGE) {
            throw BusinessException.invalid("page", "out-of-range", 1, REACH / PER_PAGE);
        }
        var parameters = new LinkedHashMap<>(DirectoryQuery.parse(query));
        parameters.put("page", String.valueOf(page));
        parameters.put("per_page", String.valueOf(PER_PAGE));
        var answer = ask(parameters);
        var total = answer.path("total_results").asLong(0);
        return new CompanyPage(
                knownTiers.mark(CompanyParser.parse(answer)),
                page,
                answer.path("total_pages").asInt(0),
                total,
                total < REACH);
    }

    /**
     * The same by cursor, for programs.
     *
     * @param after cursor of the page before, null for the first page
     * @param limit 1 to 200; a page may hold fewer
     * @return establishments; the total counts companies
     */
    public Slice<CompanyMatch> list(String query, String after, int limit) {
        var place = DirectoryPlace.parse(after);
        var page = search(query, place.page());
        return place.slice(page, Math.min(page.pages(), REACH / PER_PAGE), limit);
    }

    /**
     * @param siret in any grouping
     * @return the establishment, with all a tier can be filled with
     * @throws BusinessException INVALID (field {@code siret}); NOT_FOUND when well formed but not in the directory;
     *     UNAVAILABLE {@code registry-unavailable}
     */
    public CompanyMatch find(String siret) {
        if (!Siret.isValid(siret)) {
            throw BusinessException.invalid("siret", "siret-invalid", String.valueOf(siret));
        }
        var wanted = Siret.normalise(siret);
        var found = CompanyParser.parse(ask(Map.of("q", wanted))).stream()
                .filter(match -> match.siret().equals(wanted))
                .limit(1)
                .toList();
        return knownTiers.mark(found).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("company", wanted));
    }

    private JsonNode ask(Map<String, String> parameters) {
        try {
            return providers.named("search").get("/search", parameters, Patience.of(AT_THE_SCREEN));
        } catch (ProviderUnavailable | MalformedAnswer e) {
            throw unavailable(e);
        } catch (ProviderRefused e) {
            // 400: words the directory cannot search (all of them too common or too short)
            if (e.status() == 400) {
                throw BusinessException.invalid("q", "not-searchable");
            }
            throw unavailable(e);
        }
    }

    private static BusinessException unavailable(ProviderException e) {
        LOG.warnf("Directory of companies: %s", e.getMessage());
        return new BusinessException(Kind.UNAVAILABLE, "registry-unavailable", e.provider());
    }
}
