package fr.tiers.event.web;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.event.EventKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;

/** Ways into the form of a new event with as much filled in as is known: from beside a number or an address, and from the top bar. */
@Named("quickEntry")
@RequestScoped
public class QuickEntry {

    private static final String FORM = "/event/new.xhtml";
    private static final String RECORD = "/tier/record.xhtml";

    private final TierAccess access;
    private final Callers callers;

    protected QuickEntry() {
        this(null, null);
    }

    @Inject
    public QuickEntry(TierAccess access, Callers callers) {
        this.access = access;
        this.callers = callers;
    }

    /**
     * Whether to show the way in. The service decides; this only spares a form that would be refused.
     *
     * @param tierId null where no tier is known: there is none then
     * @param many not empty in a list, where the question is whether the caller may add to any tier
     */
    public boolean isOffered(Long tierId, String many) {
        return tierId != null
                && (many == null || many.isEmpty() ? access.may(tierId, Action.ATTACH) : access.may(Action.ATTACH));
    }

    /** Whether the caller notes events at all: people of the house do, of a tier or of none. */
    public boolean isAnywhere() {
        return !callers.current().has(Role.EXTRANET);
    }

    /** What the top bar offers: it stands on every page and asks the database for nothing. */
    public List<EventKind> getKinds() {
        return List.of(EventKind.values());
    }

    public String icon(EventKind kind) {
        return switch (kind) {
            case CALL -> "pi-phone";
            case EMAIL -> "pi-envelope";
            case MEETING -> "pi-calendar";
            case NOTE -> "pi-comment";
            case TASK -> "pi-check-square";
        };
    }

    /** A new event from the page that is open. */
    public String here(String type) {
        var id = RECORD.equals(Faces.getViewId()) ? Faces.getRequestParameter("id") : null;
        var tier = id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
        return url(type, tier, null, null, null);
    }

    /** @return the form of a new event, without the context path; what is null or empty is not filled in */
    public String url(String type, Long tier, Long contact, Long address, String number) {
        var filled = new LinkedHashMap<String, Object>();
        filled.put("type", type);
        filled.put("tier", tier);
        filled.put("contact", contact);
        filled.put("address", address);
        filled.put("phone", number);
        // who stands beside a number has just called it
        filled.put("direction", number == null || !EventKind.CALL.name().equals(type) ? null : "OUT");
        return FORM
                + '?'
                + filled.entrySet().stream()
                        .filter(each -> each.getValue() != null
                                && !each.getValue().toString().isEmpty())
                        .map(QuickEntry::pair)
                        .collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, Object> each) {
        return each.getKey() + '=' + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8);
    }
}
