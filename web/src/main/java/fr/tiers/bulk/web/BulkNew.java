package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkActions;
import fr.tiers.bulk.BulkParameters;
import fr.tiers.bulk.BulkWish;
import fr.tiers.customfield.web.FieldList;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.web.TierListQuery;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** A bulk action before it is planned: which tiers stands in the URL, as ids or as the conditions of the list. */
@Named("bulkNew")
@ViewScoped
public class BulkNew implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";
    private static final String IDS = "ids";
    private static final String ACTION = "action";

    private final BulkActions bulks;
    private final TierSearch search;
    private final FieldList fields;
    private final Refusals refusals;
    private List<String> offered = new ArrayList<>();
    private ArrayList<Long> ids;
    private TierListQuery query;
    private long count;
    private String action;
    private String owner;
    private String salesUnit;
    private String reason;
    private String to = "CUSTOMER";
    private String add;
    private String remove;
    private List<String> addCodes = new ArrayList<>();
    private List<String> removeCodes = new ArrayList<>();

    protected BulkNew() {
        this(null, null, null, null);
    }

    @Inject
    public BulkNew(BulkActions bulks, TierSearch search, FieldList fields, Refusals refusals) {
        this.bulks = bulks;
        this.search = search;
        this.fields = fields;
        this.refusals = refusals;
    }

    /** Answers 403 to whoever may do nothing to any tier. */
    public void load() {
        offered = new ArrayList<>(bulks.offered());
        if (offered.isEmpty()) {
            Faces.responseSendError(403, "right-missing");
            return;
        }
        var asked = new HashMap<>(Faces.getRequest().getParameterMap());
        var wanted = Faces.getRequestParameter(ACTION);
        action = offered.contains(wanted) ? wanted : offered.get(0);
        if (asked.containsKey(ALL)) {
            query = TierListQuery.of(asked).known(fields);
            count = search.countAll(query.filter());
        } else {
            ids = new ArrayList<>(ids(Faces.getRequestParameter(IDS)));
            count = ids.size();
        }
    }

    private static List<Long> ids(String text) {
        return Stream.of(text == null ? new String[0] : text.split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    /** Asks for the plan, then shows it. */
    public String plan() {
        var id = new long[1];
        boolean planned = refusals.guard(() -> id[0] = bulks.plan(new BulkWish(
                        action,
                        new BulkParameters(parameters()),
                        ids,
                        query == null ? null : query.filter(),
                        query == null ? null : query.toUrl()))
                .id());
        return planned ? "/bulk/view.xhtml?faces-redirect=true&id=" + id[0] : null;
    }

    private Map<String, List<String>> parameters() {
        return switch (action) {
            case "ASSIGN_OWNER" -> Map.of("owner", one(owner));
            case "MOVE_TO_UNIT" -> Map.of("salesUnit", one(salesUnit));
            case "CLOSE" -> Map.of("reason", one(reason));
            case "CONVERT" -> Map.of("to", one(to));
            case "CHANGE_TAGS" -> Map.of("add", labels(add), "remove", labels(remove));
            case "REOPEN" -> Map.of();
            default -> Map.of("add", addCodes, "remove", removeCodes);
        };
    }

    private static List<String> one(String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> labels(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(","));
    }

    /** The same selection with another action. */
    public String url(String other) {
        return "new.xhtml?action=" + other
                + (ids == null
                        ? "&all=true" + query.toUrl().replaceFirst("^\\?", "&")
                        : "&ids="
                                + String.join(
                                        ",", ids.stream().map(String::valueOf).toList()));
    }

    /** Whether there is no tier to do anything to. */
    public boolean isNothing() {
        return count == 0;
    }

    /** Whether all that match are meant. */
    public boolean isAll() {
        return query != null;
    }

    public TierListQuery getQuery() {
        return query;
    }

    public List<String> getOffered() {
        return offered;
    }

    public boolean isUndoable() {
        return bulks.isUndoable(action);
    }

    public long getCount() {
        return count;
    }

    public String getAction() {
        return action;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getSalesUnit() {
        return salesUnit;
    }

    public void setSalesUnit(String salesUnit) {
        this.salesUnit = salesUnit;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAdd() {
        return add;
    }

    public void setAdd(String add) {
        this.add = add;
    }

    public String getRemove() {
        return remove;
    }

    public void setRemove(String remove) {
        this.remove = remove;
    }

    public List<String> getAddCodes() {
        return addCodes;
    }

    public void setAddCodes(List<String> addCodes) {
        this.addCodes = addCodes;
    }

    public List<String> getRemoveCodes() {
        return removeCodes;
    }

    public void setRemoveCodes(List<String> removeCodes) {
        this.removeCodes = removeCodes;
    }
}
