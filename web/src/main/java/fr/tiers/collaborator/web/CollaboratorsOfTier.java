package fr.tiers.collaborator.web;

import fr.tiers.access.TierAccess;
import fr.tiers.collaborator.CollaboratorCommand;
import fr.tiers.collaborator.CollaboratorView;
import fr.tiers.collaborator.Collaborators;
import fr.tiers.collaborator.Confidentiality;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Messages;

/** The collaborators of the tier, the form for one more, and whether the tier is confidential. */
@Named("collaboratorsOfTier")
@ViewScoped
public class CollaboratorsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FEATURE = "collaborator";

    private final Collaborators collaborators;
    private final Confidentiality confidentiality;
    private final TierAccess access;
    private final TierRecordView record;
    private final Refusals refusals;
    private transient List<CollaboratorView> rows;
    private String user;
    private String type = "SALES";

    protected CollaboratorsOfTier() {
        this(null, null, null, null, null);
    }

    @Inject
    public CollaboratorsOfTier(
            Collaborators collaborators,
            Confidentiality confidentiality,
            TierAccess access,
            TierRecordView record,
            Refusals refusals) {
        this.access = access;
        this.collaborators = collaborators;
        this.confidentiality = confidentiality;
        this.record = record;
        this.refusals = refusals;
    }

    public List<CollaboratorView> getRows() {
        if (rows == null) {
            rows = collaborators.ofTier(record.getId());
        }
        return rows;
    }

    /** Who is not there yet. */
    public List<Users.Name> getCandidates() {
        Set<String> present = getRows().stream().map(CollaboratorView::user).collect(Collectors.toSet());
        return collaborators.candidates().stream()
                .filter(name -> !present.contains(name.login()))
                .toList();
    }

    public String add() {
        var command = new CollaboratorCommand(user, type);
        if (!refusals.guard(() -> collaborators.add(record.getId(), command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("collaborator.added"));
        return record.openTabUrl(FEATURE);
    }

    public String remove(CollaboratorView collaborator) {
        if (!refusals.guard(() -> collaborators.remove(collaborator.id(), collaborator.version()))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("collaborator.removed", collaborator.displayName()));
        return record.openTabUrl(FEATURE);
    }

    public boolean isConfidential() {
        return record.isFound() && access.isConfidential(record.getId());
    }

    /** Makes the tier confidential, or no longer. */
    public String toggleConfidential() {
        var state = confidentiality.ofTier(record.getId());
        boolean wanted = !state.confidential();
        long version = state.version();
        if (!refusals.guard(() -> confidentiality.change(record.getId(), version, wanted))) {
            return null;
        }
        Messages.addFlashGlobalInfo(
                Functions.text(wanted ? "collaborator.confidential.set" : "collaborator.confidential.unset"));
        return record.openTabUrl(FEATURE);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }
}
