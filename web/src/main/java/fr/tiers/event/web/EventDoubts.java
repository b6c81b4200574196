package fr.tiers.event.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Slots;
import fr.tiers.event.EventKind;
import fr.tiers.shell.web.Functions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What speaks against calling or meeting somebody at a time. */
final class EventDoubts {

    private EventDoubts() {}

    static List<String> of(EventKind kind, EventForm form, List<ContactLinkView> people) {
        if (form.getContactId() == null || kind != EventKind.CALL && kind != EventKind.MEETING) {
            return List.of();
        }
        return people.stream()
                .filter(link -> Objects.equals(link.contactId(), form.getContactId()))
                .findFirst()
                .map(link -> doubts(kind, form.getStart(), link))
                .orElse(List.of());
    }

    private static List<String> doubts(EventKind kind, LocalDateTime start, ContactLinkView link) {
        var doubts = new ArrayList<String>();
        if (link.doNotCall() && kind == EventKind.CALL) {
            doubts.add(Functions.text1("event.doubt.doNotCall", link.fullName()));
        }
        if (start != null && !link.availability().isEmpty() && !Slots.cover(link.availability(), start)) {
            var day = start.getDayOfWeek();
            var hours = Slots.text(day, link.availability());
            var dayName = Functions.text("contact.day." + day);
            doubts.add(
                    hours.isEmpty()
                            ? Functions.text2("event.doubt.notThatDay", link.fullName(), dayName)
                            : Functions.text2("event.doubt.notThen", link.fullName(), dayName + " : " + hours));
        }
        return doubts;
    }
}
