package fr.tiers.contact.web;

import fr.tiers.contact.ContactFilter;
import fr.tiers.contact.ContactList;
import fr.tiers.contact.ContactRow;
import fr.tiers.contact.ContactSort;
import fr.tiers.contact.DecisionRole;
import fr.tiers.contact.EmailState;
import fr.tiers.customfield.web.FieldScope;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.web.TagQuery;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The list of people. The URL says what it shows; what cannot be understood there is left out. */
@Named("contactList")
@RequestScoped
public class ContactListView {

    private static final int SIZE = 25;
    private static final String TRUE = "true";
    /** Beyond this one narrows the list instead of turning pages. */
    private static final int LAST_PAGE = 400;

    private final ContactList list;
    private final HttpServletRequest request;
    private final ContactFieldList fields;
    private final TagQuery tags;
    private final Map<String, String> query = new LinkedHashMap<>();
    private ContactSort.Order order = ContactSort.Order.BY_NAME;
    private int page = 1;
    private List<ContactRow> rows;
    private Long total;

    protected ContactListView() {
        this(null, null, null, null);
    }

    @Inject
    public ContactListView(ContactList list, HttpServletRequest request, ContactFieldList fields, TagQuery tags) {
        this.list = list;
        this.fields = fields;
        this.tags = tags;
        this.request = request;
    }

    @PostConstruct
    void read() {
        take("q", text -> true);
        take("jobFamily", text -> true);
        take("decisionRole", text -> Stream.of(DecisionRole.values())
                .anyMatch(role -> role.name().equals(text)));
        take("emailState", text -> Stream.of(EmailState.values())
                .anyMatch(state -> state.name().equals(text)));
        take("presence", Set.of("FORMER", "ALL")::contains);
        take("main", TRUE::equals);
        take("extranet", TRUE::equals);
        take("reachable", TRUE::equals);
        fields.parameters(request.getParameterMap().keySet())
                .forEach(name -> take(name, text -> fields.isReadable(name, text)));
        take("sort", this::isSort);
        take("page", text -> text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= LAST_PAGE);
        if (query.containsKey("sort")) {
            order = ContactSort.Order.parse(query.get("sort"));
        }
        if (query.containsKey("page")) {
            page = Integer.parseInt(query.get("page"));
        }
    }

    private void take(String name, Predicate<String> readable) {
        var given = request.getParameter(name);
        var text = given == null ? "" : Params.typed(given);
        if (!text.isEmpty() && readable.test(text)) {
            query.put(name, text);
        }
    }

    private boolean isSort(String text) {
        try {
            var custom = ContactSort.Order.parse(text).custom();
            return custom == null || fields.getSortableCodes().contains(custom);
        } catch (BusinessException e) {
            return false;
        }
    }

    private ContactFilter filter() {
        var presence = query.get("presence");
        Boolean current = presence == null ? Boolean.TRUE : "FORMER".equals(presence) ? Boolean.FALSE : null;
        return new ContactFilter(
                query.get("q"),
                null,
                query.get("jobFamily"),
                query.containsKey("decisionRole") ? DecisionRole.valueOf(query.get("decisionRole")) : null,
                flag("main"),
                current,
                flag("extranet"),
                flag("reachable"),
                query.containsKey("emailState") ? EmailState.valueOf(query.get("emailState")) : null,
                tags.tagged(),
                FieldScope.conditions(query));
    }

    private Boolean flag(String name) {
        return query.containsKey(name) ? Boolean.TRUE : null;
    }

    public List<ContactRow> getRows() {
        if (rows == null) {
            rows = list.rows(filter(), order, (page - 1) * SIZE, SIZE);
        }
        return rows;
    }

    public long getTotal() {
        if (total == null) {
            total = list.count(filter());
        }
        return total;
    }

    public boolean isMoreThanCounted() {
        return getTotal() >= Slice.COUNT_CAP;
    }

    public String get(String name) {
        return query.get(name);
    }

    public boolean is(String name) {
        return query.containsKey(name);
    }

    public boolean isCustomAsked() {
        return !FieldScope.conditions(query).isEmpty();
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return tags.isAsked()
                || query.keySet().stream()
                        .anyMatch(name -> !Set.of("sort", "page").contains(name));
    }

    /** @return {@code ascending}, {@code descending} or {@code none}, as a column's head says it */
    public String sorted(String field) {
        return ListUrl.sorted(field, order.field(), order.descending());
    }

    /** The list sorted by a column; a second click turns it round. */
    public String sortUrl(String field) {
        return url(Map.of("sort", "ascending".equals(sorted(field)) ? '-' + field : field, "page", ""));
    }

    /** @return null on the first page */
    public String getPreviousUrl() {
        return page == 1 ? null : url(Map.of("page", page == 2 ? "" : String.valueOf(page - 1)));
    }

    /** @return null on the last page */
    public String getNextUrl() {
        return (long) page * SIZE < getTotal() && page < LAST_PAGE
                ? url(Map.of("page", String.valueOf(page + 1)))
                : null;
    }

    public long getFirst() {
        return (page - 1L) * SIZE + 1;
    }

    public long getLast() {
        return getFirst() + getRows().size() - 1;
    }

    private String url(Map<String, String> changes) {
        return tags.on(ListUrl.of("list.xhtml", query, changes));
    }

    /** The conditions about tags, each to be taken away. */
    public List<TagQuery.Chip> getTagChips() {
        return tags.chips(ListUrl.of("list.xhtml", query, Map.of("page", "")));
    }

    public EmailState[] getEmailStates() {
        return EmailState.values();
    }
}
