package fr.tiers.event.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.PersonView;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.event.EventFieldOwner;
import fr.tiers.event.EventFilter;
import fr.tiers.event.EventList;
import fr.tiers.event.EventSort;
import fr.tiers.event.EventView;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.Slice;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** The events that a page about somebody or some place shows; {@code eventPage} of its URL turns their pages. */
@Named("eventsOf")
@RequestScoped
public class EventsOf {

    private static final int SIZE = 10;
    private static final String PAGE = "eventPage";

    private final EventList list;
    private final QuickEntry quickEntry;
    private final FieldWords fieldWords;
    private final Map<EventFilter, Part> read = new HashMap<>();

    protected EventsOf() {
        this(null, null, null);
    }

    @Inject
    public EventsOf(EventList list, QuickEntry quickEntry, FieldWords fieldWords) {
        this.list = list;
        this.quickEntry = quickEntry;
        this.fieldWords = fieldWords;
    }

    /**
     * A page of events.
     *
     * @param counted how many there are, as it is shown
     * @param first number of the first one shown
     * @param last number of the last one shown
     * @param previous null on the first page
     * @param next null on the last page
     */
    public record Part(List<EventView> rows, String counted, long first, long last, String previous, String next) {}

    /** What is about a contact, or has the contact among those who take part. */
    public Part contact(long id) {
        return part("record.xhtml?id=" + id, Records.with(EventFilter.NONE, "contact", id));
    }

    /** What happens at an address or is about it. */
    public Part address(long id) {
        return part("site.xhtml?id=" + id, Records.with(EventFilter.NONE, "address", id));
    }

    private Part part(String page, EventFilter filter) {
        return read.computeIfAbsent(filter, asked -> {
            long total = list.count(asked);
            int number = number(total);
            var rows = list.rows(asked, EventSort.Order.LATEST_FIRST, (number - 1) * SIZE, SIZE, total);
            long first = (number - 1L) * SIZE + 1;
            long last = first + rows.size() - 1;
            return new Part(
                    rows,
                    Functions.number(total) + (total >= Slice.COUNT_CAP ? "+" : ""),
                    first,
                    last,
                    number == 1 ? null : url(page, number - 1),
                    last < total ? url(page, number + 1) : null);
        });
    }

    /** What the URL asks for, as far as there are pages. */
    private static int number(long total) {
        var text = Faces.getRequestParameter(PAGE);
        int asked = text != null && text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 1;
        return (int) Math.min(asked, Math.max(1, (total + SIZE - 1) / SIZE));
    }

    private static String url(String page, int number) {
        return page + '&' + PAGE + '=' + number + "#events";
    }

    /** @return the form of a new event about somebody, at a tier where the person works; empty where the caller may add none */
    public String newAbout(PersonView person) {
        return person.links().stream()
                .filter(ContactLinkView::current)
                .filter(link -> quickEntry.isOffered(link.tierId(), null))
                .findFirst()
                .map(link -> quickEntry.url(null, link.tierId(), link.contactId(), null, null))
                .orElse("");
    }

    /** @return the form of a new event at an address; empty where the caller may add none */
    public String newAt(long tierId, long addressId) {
        return Optional.of(tierId)
                .filter(id -> quickEntry.isOffered(id, null))
                .map(id -> quickEntry.url("MEETING", id, null, addressId, null))
                .orElse("");
    }

    /** What the custom fields of an event say. */
    public List<FieldWords.Group> customGroups(EventView event) {
        return fieldWords.groups(EventFieldOwner.OBJECT, event.custom(), EventFieldOwner.facts(event.type()));
    }
}
