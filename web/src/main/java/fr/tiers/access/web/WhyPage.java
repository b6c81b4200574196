package fr.tiers.access.web;

import fr.tiers.access.AccessExplanation;
import fr.tiers.access.AccessExplanation.UserAccess;
import fr.tiers.access.Action;
import fr.tiers.access.Explanation.Reasoned;
import fr.tiers.access.Role;
import fr.tiers.collaborator.Confidentiality;
import fr.tiers.collaborator.web.CollaboratorLabels;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** Why somebody may see or change a tier, and who else may; the URL says which tier and whose rights. */
@Named("whyPage")
@RequestScoped
public class WhyPage {

    private final AccessExplanation explanations;
    private final TierService tiers;
    private final Confidentiality confidentiality;
    private final Users users;
    private final CollaboratorLabels collaborators;
    private final Refusals refusals;
    private final HttpServletRequest request;
    private String tierText;
    private String user;
    private TierView tier;
    private UserAccess access;
    private List<UserAccess> everybody;

    protected WhyPage() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WhyPage(
            AccessExplanation explanations,
            TierService tiers,
            Confidentiality confidentiality,
            Users users,
            CollaboratorLabels collaborators,
            Refusals refusals,
            HttpServletRequest request) {
        this.explanations = explanations;
        this.tiers = tiers;
        this.confidentiality = confidentiality;
        this.users = users;
        this.collaborators = collaborators;
        this.refusals = refusals;
        this.request = request;
    }

    /** Answers 404 for an id that does not exist or is not the caller's to see. */
    public void load() {
        try {
            tier = tiers.get(Params.id("tier", String.valueOf(tierText)));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
            return;
        }
        access = explanations.mine(tier.id());
        if (user != null && !user.isBlank()) {
            refusals.guard(() -> access = explanations.of(tier.id(), Params.text("user", user)));
        }
    }

    public boolean isFound() {
        return tier != null;
    }

    public TierView getTier() {
        return tier;
    }

    public UserAccess getAccess() {
        return access;
    }

    public boolean isMine() {
        return access.user().equalsIgnoreCase(request.getUserPrincipal().getName());
    }

    public boolean isConfidential() {
        return confidentiality.ofTier(tier.id()).confidential();
    }

    public List<Action> getActions() {
        return Stream.of(Action.values())
                .filter(action -> action != Action.CREATE && action != Action.IMPORT)
                .toList();
    }

    public List<Reasoned> reasons(UserAccess of, Action action) {
        return of.explanation().actions().getOrDefault(action, List.of());
    }

    public boolean allows(UserAccess of, String action) {
        return of.explanation().actions().containsKey(Action.valueOf(action));
    }

    /** The reason in words: "Unité commerciale : Région Nord-Ouest". */
    public String words(Reasoned reason) {
        var name = Functions.text("access.grant." + reason.grant());
        if (reason.through() == null) {
            return name;
        }
        var through =
                switch (reason.grant()) {
                    case "COLLABORATOR" -> collaborators.type(reason.through());
                    case "ALL" -> Stream.of(reason.through().split(", "))
                            .map(role -> Functions.text("organisation.role." + role))
                            .collect(Collectors.joining(", "));
                    default -> reason.through();
                };
        return Functions.text2("access.grant.through", name, through);
    }

    /** Whether the caller may ask about others. */
    public boolean isAskingAboutOthers() {
        return explanations.mayAskAboutOthers();
    }

    public List<Users.Name> getUsers() {
        return users.names();
    }

    public boolean isShowingEverybody() {
        return request.isUserInRole(Role.Names.ADMINISTRATOR);
    }

    public List<UserAccess> getEverybody() {
        if (everybody == null) {
            everybody = explanations.whoSees(tier.id());
        }
        return everybody;
    }

    public String getTierText() {
        return tierText;
    }

    public void setTierText(String tierText) {
        this.tierText = tierText;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }
}
