package fr.tiers.registry.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.registry.CompanyMatch;
import fr.tiers.registry.RegistryDraft;
import fr.tiers.registry.RegistryImport;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.DuplicateConsent;
import fr.tiers.tier.DuplicateException;
import fr.tiers.tier.TierData;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What the directory says about one establishment, on its way to becoming a tier. */
@Named("registryImport")
@ViewScoped
public class RegistryImportView implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RegistryImport imports;
    private final Refusals refusals;
    private String siret;
    private CompanyMatch company;
    private TierData data;
    private List<DuplicateCandidate> candidates = List.of();
    private String problem;
    private String duplicateReason;

    protected RegistryImportView() {
        this(null, null);
    }

    @Inject
    public RegistryImportView(RegistryImport imports, Refusals refusals) {
        this.imports = imports;
        this.refusals = refusals;
    }

    public void load() {
        Refusals.refusalOf(() -> keep(imports.draft(siret))).ifPresent(this::explain);
    }

    private void keep(RegistryDraft draft) {
        company = draft.company();
        data = draft.data();
        candidates = draft.candidates();
    }

    private void explain(BusinessException refusal) {
        if (refusal.kind() == Kind.UNAVAILABLE) {
            problem = refusals.sentence(refusal);
        } else {
            Faces.responseSendError(refusal.kind() == Kind.FORBIDDEN ? 403 : 404, refusal.code());
        }
    }

    public void create() {
        create(DuplicateConsent.NONE);
    }

    /** The user has seen the tier with the same SIRET and means it. */
    public void createAnyway() {
        create(DuplicateConsent.of(true, duplicateReason));
    }

    private void create(DuplicateConsent consent) {
        Refusals.refusalOf(
                        () -> open(imports.create(company, data, consent).tier().id()))
                .ifPresent(refusal -> {
                    if (refusal instanceof DuplicateException duplicate) {
                        candidates = duplicate.candidates();
                    }
                    refusals.show(refusal);
                });
    }

    private void open(long tierId) {
        Messages.addFlashGlobalInfo(Functions.text1("registry.created", data.getName()));
        Faces.redirect("tier/record.xhtml?id=%s", tierId);
    }

    /** Tiers with the very same SIRET: the reason to stop. */
    public List<DuplicateCandidate> getSameSiret() {
        return candidates.stream().filter(DuplicateCandidate::sameSiret).toList();
    }

    /** Tiers that may be the same party for another reason: worth a look. */
    public List<DuplicateCandidate> getSimilar() {
        return candidates.stream().filter(candidate -> !candidate.sameSiret()).toList();
    }

    public CompanyMatch getCompany() {
        return company;
    }

    public TierData getData() {
        return data;
    }

    public boolean isPartial() {
        return company != null && "PARTIAL".equals(company.diffusion().name());
    }

    public String getDuplicateReason() {
        return duplicateReason;
    }

    public void setDuplicateReason(String duplicateReason) {
        this.duplicateReason = duplicateReason;
    }

    public String getProblem() {
        return problem;
    }

    public String getSiret() {
        return siret;
    }

    public void setSiret(String siret) {
        this.siret = siret;
    }
}
