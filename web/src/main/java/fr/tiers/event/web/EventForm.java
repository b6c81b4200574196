package fr.tiers.event.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.web.FieldForm;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.Priority;
import fr.tiers.shell.web.Formats;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the form of an event holds. What a kind does not have is kept while the form is open, and not sent. */
public class EventForm implements Serializable {

    static final List<String> DIRECTIONS = List.of("OUT", "IN");

    private static final long serialVersionUID = 1L;

    private final FieldForm custom;
    private final ArrayList<Participant> participants = new ArrayList<>();
    private String type;
    private String subject;
    private String body;
    private LocalDateTime start;
    private LocalDateTime end;
    private boolean allDay;
    private Long contactId;
    private Long addressId;
    private EventState state;
    private String assignee;
    private String group;
    private boolean privateEntry;
    private boolean readOnly;
    private String direction;
    private Integer minutes;
    private String phone;
    private String outcome;
    private String place;
    private String onlineLink;
    private LocalDate dueOn;
    private Priority priority = Priority.NORMAL;

    /** For a new event. */
    public EventForm(String type, List<CustomField> fields, Map<String, Object> defaults) {
        this.type = type;
        this.custom = new FieldForm(fields, defaults);
    }

    /** For one that is there. */
    public EventForm(EventView event, List<CustomField> fields) {
        custom = new FieldForm(fields, event.id(), event.custom(), event.custom());
        type = event.type();
        subject = event.subject();
        body = event.body();
        start = local(event.start());
        end = local(event.end());
        allDay = event.allDay();
        contactId = event.contactId();
        addressId = event.addressId();
        state = event.state();
        assignee = event.assignee();
        group = event.group();
        privateEntry = event.privateEntry();
        readOnly = event.readOnly();
        if (event.call() != null) {
            direction = event.call().direction();
            minutes = event.call().minutes();
            phone = event.call().phone();
            outcome = event.call().outcome();
        }
        if (event.meeting() != null) {
            place = event.meeting().place();
            onlineLink = event.meeting().onlineLink();
            participants.addAll(event.meeting().participants());
        }
        if (event.task() != null) {
            dueOn = event.task().dueOn();
            priority = event.task().priority();
        }
    }

    private static LocalDateTime local(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, Formats.ZONE);
    }

    private static Instant instant(LocalDateTime local) {
        return local == null ? null : local.atZone(Formats.ZONE).toInstant();
    }

    /** @param kind of the type that is chosen */
    EventCommand command(EventKind kind) {
        return new EventCommand(
                type,
                subject,
                body,
                instant(start),
                kind == EventKind.MEETING || kind == EventKind.TASK ? instant(end) : null,
                allDay && kind == EventKind.MEETING,
                contactId,
                addressId,
                state,
                assignee,
                group,
                privateEntry,
                readOnly,
                kind == EventKind.CALL ? new EventCommand.Call(direction, minutes, phone, outcome) : null,
                kind == EventKind.MEETING
                        ? new EventCommand.Meeting(place, onlineLink, List.copyOf(participants))
                        : null,
                kind == EventKind.TASK ? new EventCommand.Task(dueOn, priority) : null,
                custom.values());
    }

    public FieldForm getCustom() {
        return custom;
    }

    public List<Participant> getParticipants() {
        return participants;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
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

    public LocalDateTime getStart() {
        return start;
    }

    public void setStart(LocalDateTime start) {
        this.start = start;
    }

    public LocalDateTime getEnd() {
        return end;
    }

    public void setEnd(LocalDateTime end) {
        this.end = end;
    }

    public boolean isAllDay() {
        return allDay;
    }

    public void setAllDay(boolean allDay) {
        this.allDay = allDay;
    }

    public Long getContactId() {
        return contactId;
    }

    public void setContactId(Long contactId) {
        this.contactId = contactId;
    }

    public Long getAddressId() {
        return addressId;
    }

    public void setAddressId(Long addressId) {
        this.addressId = addressId;
    }

    public EventState getState() {
        return state;
    }

    public void setState(EventState state) {
        this.state = state;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public boolean isPrivateEntry() {
        return privateEntry;
    }

    public void setPrivateEntry(boolean privateEntry) {
        this.privateEntry = privateEntry;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(String direction) {
        this.direction = direction;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getOnlineLink() {
        return onlineLink;
    }

    public void setOnlineLink(String onlineLink) {
        this.onlineLink = onlineLink;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }
}
