package fr.tiers.subscription.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.subscription.SubscriptionState;
import fr.tiers.subscription.Subscriptions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** The button that follows and leaves the tier of the record. */
@Named("subscriptionOfTier")
@RequestScoped
public class SubscriptionOfTier {

    private final Subscriptions subscriptions;
    private final TierRecordView record;
    private final Refusals refusals;
    private SubscriptionState state;

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
        return state().followed();
    }

    /** Why, or what following means. */
    public String getHint() {
        return isFollowed()
                ? state().reasons().stream()
                        .map(reason -> Functions.text("subscription.reason." + reason))
                        .collect(Collectors.joining(", "))
                : Functions.text("subscription.follow.hint");
    }

    public void toggle() {
        boolean followed = isFollowed();
        refusals.guard(
                () -> state = followed ? subscriptions.leave(record.getId()) : subscriptions.follow(record.getId()));
    }

    private SubscriptionState state() {
        if (state == null) {
            state = subscriptions.state(record.getId());
        }
        return state;
    }
}
