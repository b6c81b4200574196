package fr.tiers.registry;

import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.tier.DuplicateConsent;
import fr.tiers.tier.Duplicates;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** Creates tiers from the official directory. What the directory says about diffusion is kept, whatever the caller corrects. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING})
public class RegistryImport {

    private static final Set<String> SAME_COMPANY = Set.of("SAME_SIRET", "SAME_SIREN");

    @Inject
    private CompanyDirectory directory;

    @Inject
    private TierService tiers;

    @Inject
    private TierTypes types;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Source source;

    /**
     * Shows what would be created.
     *
     * @throws BusinessException as {@link CompanyDirectory#find}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RegistryDraft draft(String siret) {
        var company = directory.find(siret);
        var data = RegistryMapping.toTier(company);
        data.setTypes(usualTypes());
        return new RegistryDraft(company, data, duplicates.of(data, null));
    }

    /**
     * Creates what a draft has become under the user's hands.
     *
     * @param company as the draft had it
     * @param data with the SIRET unchanged
     * @param consent what to do when the tier is there already
     * @throws BusinessException INVALID with every violation; CONFLICT {@code tier-duplicate} when the consent is not enough
     */
    public ImportedTier create(CompanyMatch company, TierData data, DuplicateConsent consent) {
        if (!company.siret().equals(data.getSiret())) {
            throw BusinessException.invalid("siret", "immutable", company.siret());
        }
        source.set("REGISTRY");
        var sameCompany = duplicates.of(data, null).stream()
                .filter(candidate -> SAME_COMPANY.contains(candidate.reason()))
                .toList();
        var tier = tiers.create(data, consent, company.diffusion() == Diffusion.PARTIAL);
        return new ImportedTier(tier, sameCompany);
    }

    /**
     * Looks up and creates in one go.
     *
     * @param wanted types, owner and sales unit where not null; the usual ones otherwise
     * @throws BusinessException as {@link CompanyDirectory#find} and {@link #create}
     */
    public ImportedTier importCompany(String siret, Wanted wanted, DuplicateConsent consent) {
        var company = directory.find(siret);
        var data = RegistryMapping.toTier(company);
        data.setTypes(wanted.types() == null ? usualTypes() : wanted.types());
        data.setOwner(wanted.owner());
        data.setSalesUnit(wanted.salesUnit());
        return create(company, data, consent);
    }

    /** What the directory cannot know. Every part may be null. */
    public record Wanted(List<String> types, String owner, String salesUnit) {}

    private List<String> usualTypes() {
        return types.all().stream()
                .filter(type -> type.active() && type.byDefault())
                .map(TierType::code)
                .toList();
    }
}
