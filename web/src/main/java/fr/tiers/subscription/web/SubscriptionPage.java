package fr.tiers.subscription.web;

import fr.tiers.happening.HappeningCode;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** One choice per group of codes, as the boxes read and write them. */
    private final Map<HappeningCode.Group, List<String>> codes = new EnumMap<>(HappeningCode.Group.class);

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
        for (var group : HappeningCode.Group.values()) {
            codes.put(
                    group,
                    settings.codes().stream()
                            .filter(code -> HappeningCode.valueOf(code).group() == group)
                            .collect(Collectors.toList()));
        }
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
        var wanted = codes.values().stream().flatMap(List::stream).toList();
        var wish = new SubscriptionSettings.Wish(automatic, onScreen, mail, wanted);
        if (!refusals.guard(() -> subscriptions.change(version, wish))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("subscription.saved"));
        return "/subscription/settings.xhtml?faces-redirect=true";
    }

    public List<String> getGroups() {
        return Stream.of(HappeningCode.Group.values()).map(Enum::name).toList();
    }

    public List<String> codes(String group) {
        return Stream.of(HappeningCode.values())
                .filter(code -> code.group().name().equals(group))
                .map(HappeningCode::name)
                .toList();
    }

    public String label(String code) {
        return HappeningCode.valueOf(code).label(Functions.language());
    }

    public List<String> getMails() {
        return Stream.of(MailChoice.values()).map(Enum::name).toList();
    }

    public Map<HappeningCode.Group, List<String>> getCodes() {
        return codes;
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
