package fr.tiers.subscription.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.subscription.SubscriptionState;
import fr.tiers.subscription.Subscriptions;
import fr.tiers.subscription.TierChoice;
import fr.tiers.subscription.TierChoices;
import fr.tiers.tier.TierService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Of what the caller is told of one tier: {@code ?id=}. */
@Named("tierChoicePage")
@ViewScoped
public class TierChoicePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Subscriptions subscriptions;
    private final TierChoices choices;
    private final TierService tiers;
    private final Refusals refusals;
    private long id;
    private String name;
    private TierChoice choice;
    private boolean followed;
    private List<CodeChoice> codes = List.of();

    protected TierChoicePage() {
        this(null, null, null, null);
    }

    @Inject
    public TierChoicePage(Subscriptions subscriptions, TierChoices choices, TierService tiers, Refusals refusals) {
        this.subscriptions = subscriptions;
        this.choices = choices;
        this.tiers = tiers;
        this.refusals = refusals;
    }

    /** Answers 404 for a tier that is not the caller's to see. */
    public void load() {
        try {
            id = Params.id("tier", String.valueOf(Faces.getRequestParameter("id")));
            name = tiers.get(id).name();
            SubscriptionState state = subscriptions.state(id);
            followed = state.followed();
            choice = choices.of(id);
            codes = CodeChoice.all(choice.codes());
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    /** Whoever chooses what to be told of a tier wants to follow it. */
    public void save() {
        boolean saved = refusals.guard(() -> {
            choices.change(id, choice.version(), new TierChoice.Wish(CodeChoice.chosen(codes)));
            if (!followed) {
                subscriptions.follow(id);
            }
        });
        if (saved) {
            back("subscription.choice.saved");
        }
    }

    public void reset() {
        if (refusals.guard(() -> choices.reset(id))) {
            back("subscription.choice.wasReset");
        }
    }

    private void back(String message) {
        Messages.addFlashGlobalInfo(Functions.text(message));
        Faces.redirect("subscription/tier.xhtml?id=%s", id);
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public boolean isFollowed() {
        return followed;
    }

    public boolean isOwn() {
        return choice != null && choice.own();
    }

    public List<String> getGroups() {
        return CodeChoice.groups();
    }

    public List<CodeChoice> choices(String group) {
        return CodeChoice.of(group, codes);
    }
}
