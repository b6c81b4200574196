package fr.tiers.subscription.web;

import fr.tiers.shell.web.Functions;
import fr.tiers.subscription.Notifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The bell in the top bar: how many notifications are unread when the page is drawn; bell.js keeps it up to date. */
@Named("bell")
@RequestScoped
public class Bell {

    private final Notifications notifications;
    private Integer unread;

    protected Bell() {
        this(null);
    }

    @Inject
    public Bell(Notifications notifications) {
        this.notifications = notifications;
    }

    public int getUnread() {
        if (unread == null) {
            unread = notifications.unread();
        }
        return unread;
    }

    /** {@code 99+} beyond what is counted. */
    public String getShown() {
        return getUnread() >= Notifications.MOST ? Notifications.MOST - 1 + "+" : String.valueOf(getUnread());
    }

    public String getLabel() {
        return getUnread() == 0
                ? Functions.text("subscription.bell")
                : Functions.text1("subscription.bell.unread", getShown());
    }
}
