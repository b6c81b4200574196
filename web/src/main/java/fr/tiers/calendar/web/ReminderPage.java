package fr.tiers.calendar.web;

import fr.tiers.access.Role;
import fr.tiers.calendar.CalendarFeeds;
import fr.tiers.calendar.ReminderPreference;
import fr.tiers.calendar.Reminders;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** How and when the user is reminded, and the secret address of the own agenda. */
@Named("reminderPage")
@ViewScoped
public class ReminderPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Reminders reminders;
    private final CalendarFeeds feeds;
    private final FeedAddress address;
    private final Refusals refusals;
    private boolean onScreen;
    private boolean byMail;
    private Integer call;
    private Integer meeting;
    private Integer task;
    private Integer other;
    private CalendarFeeds.State feed;
    private boolean privateDetails;

    /** Not kept with the session; forgotten when the user has taken it. */
    private transient String created;

    protected ReminderPage() {
        this(null, null, null, null);
    }

    @Inject
    public ReminderPage(Reminders reminders, CalendarFeeds feeds, FeedAddress address, Refusals refusals) {
        this.reminders = reminders;
        this.feeds = feeds;
        this.address = address;
        this.refusals = refusals;
    }

    public void load() {
        var preference = reminders.preference();
        onScreen = preference.onScreen();
        byMail = preference.byMail();
        call = preference.call();
        meeting = preference.meeting();
        task = preference.task();
        other = preference.other();
        show(feeds.state());
    }

    private void show(CalendarFeeds.State state) {
        feed = state;
        privateDetails = state.privateDetails();
    }

    public void save() {
        if (refusals.guard(
                () -> reminders.prefer(new ReminderPreference(onScreen, byMail, call, meeting, task, other)))) {
            Messages.addGlobalInfo(Functions.text("calendar.preferences.saved"));
        }
    }

    public void renew() {
        if (refusals.guard(() -> created = address.of(feeds.renew(privateDetails)))) {
            show(feeds.state());
        }
    }

    public void choose() {
        if (refusals.guard(() -> show(feeds.choose(privateDetails)))) {
            Messages.addGlobalInfo(Functions.text("calendar.preferences.saved"));
        }
    }

    public void revoke() {
        if (refusals.guard(feeds::revoke)) {
            created = null;
            show(feeds.state());
            Messages.addGlobalInfo(Functions.text("calendar.feed.revoked"));
        }
    }

    public void forget() {
        created = null;
    }

    /** For administrators: what waits because a template is missing. */
    public List<Reminders.Problem> getProblems() {
        var request = (HttpServletRequest) Faces.getExternalContext().getRequest();
        return request.isUserInRole(Role.Names.ADMINISTRATOR) ? reminders.problems() : List.of();
    }

    public String getCreated() {
        return created;
    }

    public CalendarFeeds.State getFeed() {
        return feed;
    }

    public boolean isPrivateDetails() {
        return privateDetails;
    }

    public void setPrivateDetails(boolean privateDetails) {
        this.privateDetails = privateDetails;
    }

    public boolean isOnScreen() {
        return onScreen;
    }

    public void setOnScreen(boolean onScreen) {
        this.onScreen = onScreen;
    }

    public boolean isByMail() {
        return byMail;
    }

    public void setByMail(boolean byMail) {
        this.byMail = byMail;
    }

    public Integer getCall() {
        return call;
    }

    public void setCall(Integer call) {
        this.call = call;
    }

    public Integer getMeeting() {
        return meeting;
    }

    public void setMeeting(Integer meeting) {
        this.meeting = meeting;
    }

    public Integer getTask() {
        return task;
    }

    public void setTask(Integer task) {
        this.task = task;
    }

    public Integer getOther() {
        return other;
    }

    public void setOther(Integer other) {
        this.other = other;
    }
}
