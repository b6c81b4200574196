package fr.tiers.subscription.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.subscription.FollowedTier;
import fr.tiers.subscription.MailChoice;
import fr.tiers.subscription.SubscriptionSettings;
import fr.tiers.subscription.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** How the caller wants to be told, and all that the caller follows. */
@Named("subscriptionPage")
@ViewScoped
public class SubscriptionPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 30;

    private final Subscriptions subscriptions;
    private final Refusals refusals;
    private transient Slice<FollowedTier> slice;
    private boolean left;
    private String after;
    private long version;
    private boolean automatic;
    private boolean onScreen;
    private String mail;

    private List<CodeChoice> choices = List.of();

    protected SubscriptionPage() {
        this(null, null);
    }

    @Inject
    public SubscriptionPage(Subscriptions subscriptions, Refusals refusals) {
        this.subscriptions = subscriptions;
        this.refusals = refusals;
    }

    @PostConstruct
    void load() {
        left = "true".equals(Faces.getRequestParameter("left"));
        after = Faces.getRequestParameter("after");
        var settings = subscriptions.settings();
        version = settings.version();
        automatic = settings.automatic();
        onScreen = settings.onScreen();
        mail = settings.mail().name();
        choices = CodeChoice.all(settings.codes());
    }

    /** An address that names no place in the list shows its beginning. */
    public Slice<FollowedTier> getSlice() {
        if (slice == null) {
            try {
                slice = subscriptions.page(left, after, ROWS);
            } catch (BusinessException e) {
                slice = subscriptions.page(left, null, ROWS);
            }
        }
        return slice;
    }

    public String reasons(FollowedTier tier) {
        return tier.reasons().stream()
                .map(reason -> Functions.text("subscription.reason." + reason))
                .collect(Collectors.joining(", "));
    }

    public void toggle(long tier) {
        refusals.guard(() -> {
            if (left) {
                subscriptions.follow(tier);
            } else {
                subscriptions.leave(tier);
            }
        });
        slice = null;
    }

    public String save() {
        var wanted = CodeChoice.chosen(choices);
        var wish = new SubscriptionSettings.Wish(automatic, onScreen, mail, wanted);
        if (!refusals.guard(() -> subscriptions.change(version, wish))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("subscription.saved"));
        return "/subscription/settings.xhtml?faces-redirect=true";
    }

    public List<String> getGroups() {
        return CodeChoice.groups();
    }

    public List<CodeChoice> choices(String group) {
        return CodeChoice.of(group, choices);
    }

    public List<String> getMails() {
        return Stream.of(MailChoice.values()).map(Enum::name).toList();
    }

    public boolean isLeft() {
        return left;
    }

    public boolean isLater() {
        return after != null;
    }

    public boolean isAutomatic() {
        return automatic;
    }

    public void setAutomatic(boolean automatic) {
        this.automatic = automatic;
    }

    public boolean isOnScreen() {
        return onScreen;
    }

    public void setOnScreen(boolean onScreen) {
        this.onScreen = onScreen;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }
}
