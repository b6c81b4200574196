package fr.tiers.event.web;

import fr.tiers.address.AddressView;
import fr.tiers.address.Addresses;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.customfield.CustomFields;
import fr.tiers.event.EventFieldOwner;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Participant;
import fr.tiers.event.Priority;
import fr.tiers.event.Series;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.Structure;
import fr.tiers.organisation.Users;
import fr.tiers.recurrence.web.RecurrenceForm;
import fr.tiers.shell.web.Formats;
import fr.tiers.tier.TierService;
import fr.tiers.tier.web.TierPick;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Faces;

/** The form of an event, wherever it is opened: on the tier, by itself, to change one. */
@Named("eventEditor")
@ViewScoped
public class EventEditor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FIRST_TYPE = "CALL";

    private final Events events;
    private final Contacts people;
    private final Addresses places;
    private final Users users;
    private final TierService tiers;
    private final Refusals refusals;
    private final Clock clock;
    private final CustomFields customFields;
    private final EventLabels labels;
    private final Series series;
    private final Structure structure;
    private final QuickEntry quickEntry;
    private EventForm form;
    private RecurrenceForm recurrence;
    private TierPick tier;
    private EventView before;
    private SeriesEdit again;
    private transient List<ContactLinkView> contacts;
    private transient List<AddressView> addresses;

    protected EventEditor() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public EventEditor(
            Events events,
            Contacts people,
            Addresses places,
            Users users,
            TierService tiers,
            Refusals refusals,
            Clock clock,
            CustomFields customFields,
            EventLabels labels,
            Series series,
            Structure structure,
            QuickEntry quickEntry) {
        this.events = events;
        this.people = people;
        this.places = places;
        this.users = users;
        this.tiers = tiers;
        this.refusals = refusals;
        this.clock = clock;
        this.customFields = customFields;
        this.labels = labels;
        this.series = series;
        this.structure = structure;
        this.quickEntry = quickEntry;
    }

    /**
     * Opens the form of a new event; {@code type}, {@code contact}, {@code address}, {@code start}, {@code end}, {@code phone},
     * {@code direction}, {@code subject} and {@code participants} (logins with commas between) of the URL fill it in.
     *
     * @param tierId null for an event that is about no tier yet
     */
    public void begin(Long tierId) {
        if (form != null) {
            return;
        }
        tier = tierId == null ? null : pick(tierId);
        var wanted = Faces.getRequestParameter("type");
        form = new EventForm(
                labels.kind(wanted) == null ? FIRST_TYPE : wanted,
                customFields.of(EventFieldOwner.OBJECT),
                customFields.defaults(EventFieldOwner.OBJECT));
        form.setStart(time("start"));
        form.setEnd(time("end"));
        form.setSubject(Faces.getRequestParameter("subject"));
        form.setPhone(Faces.getRequestParameter("phone"));
        form.setDirection(direction());
        form.getParticipants().addAll(participants());
        if (form.getStart() == null) {
            form.setStart(LocalDateTime.now(clock.withZone(Formats.ZONE)).truncatedTo(ChronoUnit.MINUTES));
        }
        var contact = id("contact");
        if (contact != null && getContacts().stream().anyMatch(link -> contact.equals(link.contactId()))) {
            form.setContactId(contact);
        }
        var address = id("address");
        if (address != null && getAddresses().stream().anyMatch(place -> address.equals(place.id()))) {
            form.setAddressId(address);
        }
        refreshCustom();
    }

    /** @return null for what is none, or is not there */
    private static Long id(String parameter) {
        var text = Faces.getRequestParameter(parameter);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String direction() {
        var text = Faces.getRequestParameter("direction");
        return EventForm.DIRECTIONS.contains(String.valueOf(text)) ? text : null;
    }

    private TierPick pick(long id) {
        var found = tiers.get(id);
        return new TierPick(found.id(), found.name() + " · " + found.code());
    }

    /** Colleagues whom the URL names; whom nobody knows is left out. */
    private List<Participant> participants() {
        var text = Faces.getRequestParameter("participants");
        var logins = text == null ? List.<String>of() : List.of(text.split(","));
        return getUsers().stream()
                .filter(user -> logins.contains(user.login()))
                .map(user -> new Participant(user.login(), null, null, user.displayName(), null))
                .toList();
    }

    /** What cannot be read as a time is left out. */
    private static LocalDateTime time(String parameter) {
        var text = Faces.getRequestParameter(parameter);
        try {
            return text == null ? null : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Opens the form of an event that is there. */
    public void edit(EventView event) {
        if (form == null) {
            before = event;
            again = mayRepeat(event.kind())
                    ? new SeriesEdit(event, series.of(event.id()).orElse(null))
                    : null;
            tier = event.tierId() == null || event.tierName() == null
                    ? null
                    : new TierPick(event.tierId(), event.tierName());
            form = new EventForm(event, customFields.of(EventFieldOwner.OBJECT));
            refreshCustom();
        }
    }

    /** Shows and hides custom fields by the conditions that the save will check. */
    public void refreshCustom() {
        form.getCustom().refresh(EventFieldOwner.facts(form.getType()));
    }

    /** Another tier has other people and addresses. */
    public void tierChosen() {
        contacts = null;
        addresses = null;
        form.setContactId(null);
        form.setAddressId(null);
    }

    /** @return the event as it is now; null when it was refused, which has been shown */
    EventView save() {
        var saved = new EventView[1];
        boolean done = refusals.guard(() -> form.getCustom().watch(() -> saved[0] = write()));
        return done ? saved[0] : null;
    }

    private EventView write() {
        var kind = labels.kind(form.getType());
        if (kind == null) {
            throw BusinessException.invalid("type", "unknown-value", form.getType());
        }
        if (before != null) {
            var tierWanted = isTierOpen() ? tierId() : before.tierId();
            return again == null
                    ? events.update(before.id(), before.version(), tierWanted, form.command(kind))
                    : again.write(events, series, before, tierWanted, form.command(kind));
        }
        var tierId = tierId();
        var rule = mayRepeat(kind) ? getRecurrence().toRule() : null;
        return rule == null
                ? events.create(tierId, form.command(kind))
                : events.get(series.create(tierId, form.command(kind), rule)
                        .events()
                        .get(0)
                        .eventId());
    }

    private Long tierId() {
        return tier == null ? null : tier.id();
    }

    /** Whether the tier can be chosen here: not for an event of a tier to which the caller may add none. */
    public boolean isTierOpen() {
        return before == null || before.tierId() == null || quickEntry.isOffered(before.tierId(), null);
    }

    /** Whether it can be made to come again. */
    public boolean isRepeatable() {
        return before == null ? mayRepeat(getKind()) : again != null;
    }

    private static boolean mayRepeat(EventKind kind) {
        return kind == EventKind.MEETING || kind == EventKind.TASK;
    }

    /** Whether the event that is being changed is in a series. */
    public boolean isOfSeries() {
        return again != null && again.isSeries();
    }

    /** How the event that is being changed comes again; null for what cannot. */
    public SeriesEdit getAgain() {
        return again;
    }

    /** When it comes again; goes by the day on which it starts. */
    public RecurrenceForm getRecurrence() {
        if (isOfSeries()) {
            return again.getRecurrence();
        }
        var start = form.getStart();
        var day = start == null ? LocalDate.now(clock.withZone(Formats.ZONE)) : start.toLocalDate();
        if (recurrence == null) {
            recurrence = again == null ? new RecurrenceForm(day) : again.getRecurrence();
        }
        recurrence.startOn(day);
        return recurrence;
    }

    public EventKind getKind() {
        return labels.kind(form.getType());
    }

    public boolean is(String kind) {
        return String.valueOf(getKind()).equals(kind);
    }

    public boolean isFresh() {
        return before == null;
    }

    public EventForm getForm() {
        return form;
    }

    public TierPick getTier() {
        return tier;
    }

    public void setTier(TierPick tier) {
        this.tier = tier;
    }

    /** Whom the event may be about: who works at the tier today, and who it is about already. */
    public List<ContactLinkView> getContacts() {
        if (contacts == null) {
            contacts = tier == null
                    ? List.of()
                    : people.ofTier(tier.id()).stream()
                            .filter(link -> link.current() || Objects.equals(link.contactId(), form.getContactId()))
                            .toList();
        }
        return contacts;
    }

    public List<AddressView> getAddresses() {
        if (addresses == null) {
            addresses = tier == null ? List.of() : places.ofTier(tier.id());
        }
        return addresses;
    }

    /** Colleagues, by name. */
    public List<Users.Name> getUsers() {
        return users.names();
    }

    public List<Structure.GroupRow> getGroups() {
        return structure.groups();
    }

    public List<EventState> getStates() {
        return List.of(EventState.values());
    }

    public List<Priority> getPriorities() {
        return List.of(Priority.values());
    }

    /** What speaks against calling or meeting the person then; nothing is forbidden by it. */
    public List<String> getDoubts() {
        return EventDoubts.of(getKind(), form, getContacts());
    }
}
