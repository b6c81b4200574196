package fr.tiers.subscription.web;

import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.subscription.NotificationView;
import fr.tiers.subscription.Notifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** All notifications, page by page; the whole state is in the URL: {@code ?unread=true}, {@code ?after=}. */
@Named("notificationPage")
@RequestScoped
public class NotificationPage {

    private static final int ROWS = 30;

    private final Notifications notifications;
    private final Refusals refusals;
    private Slice<NotificationView> slice;

    protected NotificationPage() {
        this(null, null);
    }

    @Inject
    public NotificationPage(Notifications notifications, Refusals refusals) {
        this.notifications = notifications;
        this.refusals = refusals;
    }

    /** An address that names no place in the list shows its beginning. */
    public Slice<NotificationView> getSlice() {
        if (slice == null) {
            var after = Faces.getRequestParameter("after");
            long before = after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
            slice = notifications.page(isUnreadOnly(), before, ROWS, Functions.language());
        }
        return slice;
    }

    public boolean isUnreadOnly() {
        return "true".equals(Faces.getRequestParameter("unread"));
    }

    public boolean isLater() {
        return Faces.getRequestParameter("after") != null;
    }

    public void mark(long id, boolean read) {
        if (refusals.guard(() -> notifications.mark(id, read))) {
            Faces.refreshWithQueryString();
        }
    }

    /** What has come since the page was drawn stays unread. */
    public void markAllRead(long upTo) {
        if (refusals.guard(() -> notifications.markAllRead(upTo))) {
            Faces.refreshWithQueryString();
        }
    }

    /** The latest of the page; 0 when there is none. */
    public long getLatest() {
        List<NotificationView> items = getSlice().items();
        return items.isEmpty() ? 0 : items.get(0).id();
    }
}
