package fr.tiers.tier.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** The tier that is looked at beside the list. */
@Named("tierPreview")
@RequestScoped
public class TierPreview {

    private final TierService tiers;
    private TierView tier;
    private boolean missing;

    protected TierPreview() {
        this(null);
    }

    @Inject
    public TierPreview(TierService tiers) {
        this.tiers = tiers;
    }

    public void show() {
        try {
            tier = tiers.get(Params.id("tier", String.valueOf(Faces.getRequestParameter("tier"))));
        } catch (BusinessException e) {
            missing = true;
        }
    }

    public TierView getTier() {
        return tier;
    }

    /** Deleted, or taken away from the user, since the list was drawn. */
    public boolean isMissing() {
        return missing;
    }
}
