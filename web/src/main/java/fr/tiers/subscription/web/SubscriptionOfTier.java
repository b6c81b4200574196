package fr.tiers.subscription.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.subscription.Subscriptions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The button that follows and leaves the tier of the record. What it shows first comes with the counts of the record: no query more. */
@Named("subscriptionOfTier")
@ViewScoped
public class SubscriptionOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Subscriptions subscriptions;
    private final TierRecordView record;
    private final Refusals refusals;
    private Boolean followed;

    protected SubscriptionOfTier() {
        this(null, null, null);
    }

    @Inject
    public SubscriptionOfTier(Subscriptions subscriptions, TierRecordView record, Refusals refusals) {
        this.subscriptions = subscriptions;
        this.record = record;
        this.refusals = refusals;
    }

    public boolean isFollowed() {
        if (followed == null) {
            followed = record.count("subscription") > 0;
        }
        return followed;
    }

    /** What a click does. */
    public String getHint() {
        return Functions.text(isFollowed() ? "subscription.leave" : "subscription.follow.hint");
    }

    public void toggle() {
        long tier = record.getId();
        boolean leaves = isFollowed();
        refusals.guard(() -> followed = (leaves ? subscriptions.leave(tier) : subscriptions.follow(tier)).followed());
    }
}
