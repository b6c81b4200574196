package fr.tiers.subscription.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.subscription.Unsubscriptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** Where the link of our mails leads, without signing in: asks first, as mail scanners open every link; ends the mails when confirmed. */
@Named("unsubscribePage")
@RequestScoped
public class UnsubscribePage {

    private final Unsubscriptions unsubscriptions;
    private Boolean mailing;
    private boolean known = true;

    protected UnsubscribePage() {
        this(null);
    }

    @Inject
    public UnsubscribePage(Unsubscriptions unsubscriptions) {
        this.unsubscriptions = unsubscriptions;
    }

    /** Whether the link is one of ours. */
    public boolean isKnown() {
        isMailing();
        return known;
    }

    /** Whether mails still come. */
    public boolean isMailing() {
        if (mailing == null) {
            try {
                mailing = unsubscriptions.read(getToken()).mailing();
            } catch (BusinessException e) {
                known = false;
                mailing = false;
            }
        }
        return mailing;
    }

    /** Does what the form of this page was sent for; a link that is merely opened changes nothing. */
    public void confirm() {
        if ("POST".equals(Faces.getRequest().getMethod()) && isKnown()) {
            unsubscriptions.endMails(getToken());
            mailing = null;
        }
    }

    public String getToken() {
        var token = Faces.getRequestParameter("token");
        return token == null ? "" : token;
    }
}
