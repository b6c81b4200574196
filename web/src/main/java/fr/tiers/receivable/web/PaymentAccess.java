package fr.tiers.receivable.web;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** Whether to offer what the service would refuse anyway. */
@Named("paymentAccess")
@RequestScoped
public class PaymentAccess {

    private final TierAccess access;

    protected PaymentAccess() {
        this(null);
    }

    @Inject
    public PaymentAccess(TierAccess access) {
        this.access = access;
    }

    /** Whether the user may record payments of some tiers. */
    public boolean isCollecting() {
        return isReading() && access.may(Action.ATTACH);
    }

    private boolean isReading() {
        return access.may(Action.SEE_OUTSTANDING);
    }

    /** Answers 403 to who may see no receivables at all. */
    public void requireReading() {
        if (!isReading()) {
            Faces.responseSendError(403, "right-missing");
        }
    }

    /** Answers 403 to who may record no payments at all. */
    public void requireCollecting() {
        if (!isCollecting()) {
            Faces.responseSendError(403, "right-missing");
        }
    }
}
