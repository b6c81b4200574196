package fr.tiers.collaborator.web;

import fr.tiers.collaborator.ExtranetAccess;
import fr.tiers.collaborator.ExtranetAccess.ExtranetUser;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;

/** Who sees the tier from outside; opening and closing it. */
@Named("extranetOfTier")
@RequestScoped
public class ExtranetOfTier {

    private static final String FEATURE = "extranet";

    private final ExtranetAccess extranet;
    private final TierRecordView record;
    private final Refusals refusals;
    private List<ExtranetUser> rows;
    private List<Users.Name> candidates;
    private String user;

    protected ExtranetOfTier() {
        this(null, null, null);
    }

    @Inject
    public ExtranetOfTier(ExtranetAccess extranet, TierRecordView record, Refusals refusals) {
        this.extranet = extranet;
        this.record = record;
        this.refusals = refusals;
    }

    public List<ExtranetUser> getRows() {
        if (rows == null) {
            rows = extranet.ofTier(record.getId());
        }
        return rows;
    }

    /** Asked only where the user may assign. */
    public List<Users.Name> getCandidates() {
        if (candidates == null) {
            candidates = extranet.candidates(record.getId());
        }
        return candidates;
    }

    public String grant() {
        if (!refusals.guard(() -> extranet.grant(record.getId(), user))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("extranet.granted"));
        return record.openTabUrl(FEATURE);
    }

    public String revoke(ExtranetUser outsider) {
        if (!refusals.guard(() -> extranet.revoke(record.getId(), outsider.user()))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("extranet.revoked", outsider.displayName()));
        return record.openTabUrl(FEATURE);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }
}
