package fr.tiers.event.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.Slots;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.web.FieldForm;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventFieldOwner;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The events of the tier, and the form for one more. */
@Named("eventsOfTier")
@ViewScoped
public class EventsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Events events;
    private final Contacts people;
    private final TierRecordView record;
    private final Refusals refusals;
    private final Clock clock;
    private final CustomFields customFields;
    private final FieldWords fieldWords;
    private final EventLabels labels;
    private transient List<EventView> rows;
    private String type = "CALL";
    private String subject;
    private String body;
    private LocalDateTime start;
    private Long contactId;
    private FieldForm custom = new FieldForm(List.of(), Map.of());
    private transient List<ContactLinkView> contacts;

    protected EventsOfTier() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public EventsOfTier(
            Events events,
            Contacts people,
            TierRecordView record,
            Refusals refusals,
            Clock clock,
            CustomFields customFields,
            FieldWords fieldWords,
            EventLabels labels) {
        this.events = events;
        this.people = people;
        this.record = record;
        this.refusals = refusals;
        this.clock = clock;
        this.customFields = customFields;
        this.fieldWords = fieldWords;
        this.labels = labels;
    }

    /** What a contact's page asks for: {@code ?type=} and {@code ?contact=}. */
    @PostConstruct
    void prefill() {
        var wanted = Faces.getRequestParameter("type");
        if (labels.kind(wanted) != null) {
            type = wanted;
        }
        if (record.isCreating()) {
            custom = new FieldForm(
                    customFields.of(EventFieldOwner.OBJECT), customFields.defaults(EventFieldOwner.OBJECT));
            refreshCustom();
        }
        var contact = Faces.getRequestParameter("contact");
        if (contact != null && contact.matches("\\d{1,18}") && record.isFound()) {
            contactId = chosen(Long.parseLong(contact))
                    .map(ContactLinkView::contactId)
                    .orElse(null);
        }
    }

    /** Shows and hides custom fields by the conditions that the save will check. */
    public void refreshCustom() {
        custom.refresh(EventFieldOwner.facts(type));
    }

    public FieldForm getCustom() {
        return custom;
    }

    /** What the custom fields of an event say. */
    public List<FieldWords.Group> customGroups(EventView event) {
        return fieldWords.groups(EventFieldOwner.OBJECT, event.custom(), EventFieldOwner.facts(event.type()));
    }

    /** Whom an event may be about. */
    public List<ContactLinkView> getContacts() {
        if (contacts == null) {
            contacts = people.ofTier(record.getId()).stream()
                    .filter(link -> link.current() || Objects.equals(link.contactId(), contactId))
                    .toList();
        }
        return contacts;
    }

    private Optional<ContactLinkView> chosen(Long contact) {
        return people.ofTier(record.getId()).stream()
                .filter(link -> Objects.equals(link.contactId(), contact))
                .findFirst();
    }

    /** What speaks against calling or meeting the person then; nothing is forbidden by it. */
    public List<String> getDoubts() {
        if (contactId == null || !Set.of(EventKind.CALL, EventKind.MEETING).contains(labels.kind(type))) {
            return List.of();
        }
        return chosen(contactId).map(this::doubts).orElse(List.of());
    }

    private List<String> doubts(ContactLinkView link) {
        var doubts = new ArrayList<String>();
        if (link.doNotCall() && labels.kind(type) == EventKind.CALL) {
            doubts.add(Functions.text1("event.doubt.doNotCall", link.fullName()));
        }
        if (!link.availability().isEmpty() && !Slots.cover(link.availability(), getStart())) {
            var day = getStart().getDayOfWeek();
            var hours = Slots.text(day, link.availability());
            var dayName = Functions.text("contact.day." + day);
            doubts.add(
                    hours.isEmpty()
                            ? Functions.text2("event.doubt.notThatDay", link.fullName(), dayName)
                            : Functions.text2("event.doubt.notThen", link.fullName(), dayName + " : " + hours));
        }
        return doubts;
    }

    public List<EventView> getRows() {
        if (rows == null) {
            rows = events.ofTier(record.getId());
        }
        return rows;
    }

    public boolean isPlanned(EventView event) {
        return event.start().isAfter(clock.instant());
    }

    public String add() {
        var when = start == null ? null : start.atZone(Formats.ZONE).toInstant();
        var command = new EventCommand(type, subject, body, when, contactId, custom.values());
        if (!refusals.guard(() -> custom.watch(() -> events.add(record.getId(), command)))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("event.added", subject));
        return record.openTabUrl("event");
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public Long getContactId() {
        return contactId;
    }

    public void setContactId(Long contactId) {
        this.contactId = contactId;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    /** Now, unless the user says otherwise. */
    public LocalDateTime getStart() {
        if (start == null) {
            start = LocalDateTime.now(clock.withZone(Formats.ZONE)).truncatedTo(ChronoUnit.MINUTES);
        }
        return start;
    }

    public void setStart(LocalDateTime start) {
        this.start = start;
    }
}
