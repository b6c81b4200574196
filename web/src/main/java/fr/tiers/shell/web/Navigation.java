package fr.tiers.shell.web;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** The left navigation: a feature adds one line to {@link #ENTRIES}, and its page appears to those who may see it. */
@Named("navigation")
@RequestScoped
public class Navigation {

    static final List<NavigationEntry> ENTRIES = List.of(
            NavigationEntry.of("tier", "pi-building", "/tier/list.xhtml"),
            NavigationEntry.of("contact", "pi-users", "/contact/list.xhtml"),
            NavigationEntry.of(
                    "agenda",
                    "pi-calendar-clock",
                    "/agenda/agenda.xhtml",
                    "ADMINISTRATOR",
                    "SALES_MANAGER",
                    "SALES",
                    "ASSISTANT",
                    "ACCOUNTING",
                    "TECHNICIAN",
                    "MARKETING",
                    "READER"),
            NavigationEntry.of("task", "pi-check-square", "/task/list.xhtml"),
            NavigationEntry.of("event", "pi-calendar", "/event/list.xhtml"),
            NavigationEntry.of("address", "pi-map-marker", "/address/sites.xhtml"),
            NavigationEntry.of("document", "pi-folder", "/document/base.xhtml"),
            NavigationEntry.of("receivable", "pi-euro", "/receivable/list.xhtml", Action.SEE_OUTSTANDING),
            NavigationEntry.of(
                    "registry",
                    "pi-search-plus",
                    "/registry/search.xhtml",
                    "ADMINISTRATOR",
                    "SALES_MANAGER",
                    "SALES",
                    "ASSISTANT",
                    "ACCOUNTING",
                    "MARKETING"),
            NavigationEntry.of("exchange", "pi-file-import", "/exchange/import.xhtml", Action.IMPORT),
            NavigationEntry.of("duplicate", "pi-clone", "/duplicate/list.xhtml", Action.MERGE),
            NavigationEntry.of(
                    "job", "pi-cog", "/job/list.xhtml", "ADMINISTRATOR", "SALES_MANAGER", "ASSISTANT", "ACCOUNTING"),
            NavigationEntry.of("mail", "pi-send", "/mail/outbox.xhtml", "ADMINISTRATOR", "ACCOUNTING", "SALES_MANAGER"),
            NavigationEntry.of("organisation", "pi-sliders-h", "/organisation/index.xhtml", "ADMINISTRATOR"));

    private final HttpServletRequest request;
    private final TierAccess access;
    private List<NavigationEntry> entries;

    protected Navigation() {
        this(null, null);
    }

    @Inject
    public Navigation(HttpServletRequest request, TierAccess access) {
        this.request = request;
        this.access = access;
    }

    /** What the caller may open; an entry whose page is not there yet stays hidden. */
    public List<NavigationEntry> getEntries() {
        if (entries == null) {
            entries = ENTRIES.stream()
                    .filter(entry -> isAllowed(entry) && exists(entry.page()))
                    .toList();
        }
        return entries;
    }

    public boolean isCurrent(NavigationEntry entry) {
        String viewId = Faces.getViewId();
        return viewId != null && entry.equals(current(viewId, getEntries()));
    }

    /** @return the entry a page belongs to, among those that are shown; null when it belongs to none */
    static NavigationEntry current(String viewId, List<NavigationEntry> shown) {
        // a page that is administered lives in its feature's folder, and may be an entry of its own as well
        Stream<Predicate<NavigationEntry>> belongs = Stream.of(
                entry -> entry.page().equals(viewId),
                entry -> entry.feature().equals(Administration.FEATURE) && Administration.has(viewId),
                entry -> entry.leadsTo(viewId));
        return belongs.flatMap(each -> shown.stream().filter(each)).findFirst().orElse(null);
    }

    private boolean isAllowed(NavigationEntry entry) {
        return (entry.roles().isEmpty() || entry.roles().stream().anyMatch(request::isUserInRole))
                && (entry.right() == null || access.may(entry.right()));
    }

    private boolean exists(String page) {
        try {
            return request.getServletContext().getResource(page) != null;
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Navigation entry with a malformed page: " + page, e);
        }
    }
}
