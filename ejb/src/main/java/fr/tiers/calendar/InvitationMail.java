package fr.tiers.calendar;

import biweekly.parameter.ParticipationStatus;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant.Answer;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailFile;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.mail.OutgoingMail;
import fr.tiers.mail.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes what participants and organisers of a meeting are told, each in the own language, with what their calendars understand. */
@ApplicationScoped
public class InvitationMail {

    private static final String REQUEST = "REQUEST";
    private static final String CANCEL = "CANCEL";

    /** More would make a mail to hundreds of guests a list of hundreds of addresses. */
    private static final int MOST_NAMED = 30;

    private final Db db;
    private final Clock clock;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final String url;
    private final String from;

    protected InvitationMail() {
        this(null, null, null, null, "", "");
    }

    @Inject
    public InvitationMail(
            Db db,
            Clock clock,
            Outbox outbox,
            MailTemplates templates,
            @ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers") String url,
            @ConfigProperty(name = "tiers.mail.from", defaultValue = "tiers@localhost") String from) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
        this.templates = templates;
        this.url = url;
        this.from = from;
    }

    /** Somebody who is told, under which number. */
    record Invited(long id, String name, String email, String language, int sequence) {}

    /**
     * What all mails of one change have in common; templates are looked up once for each language.
     *
     * @param colleagues they may see each other's addresses; guests from outside only their own
     */
    final class Occasion {

        private final String purpose;
        private final EventView event;
        private final GuestList.Organiser organiser;
        private final List<CalendarText.Someone> colleagues;
        private final Map<String, Template> found = new HashMap<>();

        private Occasion(
                String purpose, EventView event, GuestList.Organiser organiser, List<GuestList.Addressee> people) {
            this.purpose = purpose;
            this.event = event;
            this.organiser = organiser;
            this.colleagues = people.stream()
                    .filter(each -> each.colleague() && each.email() != null)
                    .limit(MOST_NAMED)
                    .map(each -> new CalendarText.Someone(
                            each.name(), each.email(), status(each.participant().answer())))
                    .toList();
        }

        /** @throws BusinessException REFUSED {@code template-missing}, naming the company: the change is not half made */
        void invite(Invited guest) {
            var token = Secrets.draw();
            db.run(handle -> handle.execute(
                    "insert into calendar_answer_token (hash, invitation_id) values (?, ?)",
                    Secrets.hash(token),
                    guest.id()));
            send(guest, REQUEST, Map.of("answer.link", EventLinks.answer(url, token, guest.language())));
        }

        void cancel(Invited guest) {
            send(guest, CANCEL, Map.of());
        }

        private void send(Invited guest, String method, Map<String, String> more) {
            var values = values(event, organiser, guest.name(), guest.language());
            values.putAll(more);
            var text = found.computeIfAbsent(
                            guest.language(), language -> templates.find(organiser.companyId(), purpose, language))
                    .render(values);
            var calendar = calendar(guest, method);
            var bytes = calendar.getBytes(StandardCharsets.UTF_8);
            outbox.enqueue(OutgoingMail.about(purpose, guest.id() + "-" + guest.sequence())
                    .tier(event.tierId())
                    .company(organiser.companyId())
                    .senderName(organiser.name())
                    .replyTo(organiser.email())
                    .to(guest.email())
                    .says(text)
                    .calendar(method, calendar)
                    .file(new MailFile("invite.ics", "application/ics", () -> new ByteArrayInputStream(bytes)))
                    .mail());
        }

        private String calendar(Invited guest, String method) {
            boolean cancelled = CANCEL.equals(method);
            var attendees = new ArrayList<CalendarText.Someone>();
            var status = cancelled ? ParticipationStatus.DECLINED : ParticipationStatus.NEEDS_ACTION;
            attendees.add(new CalendarText.Someone(guest.name(), guest.email(), status));
            if (!cancelled) {
                colleagues.stream()
                        .filter(each -> !each.email().equalsIgnoreCase(guest.email()))
                        .forEach(attendees::add);
            }
            var address = organiser.email() == null ? sender() : organiser.email();
            return CalendarText.message(
                    method,
                    new CalendarText.Entry(
                            event.uid().toString(),
                            guest.sequence(),
                            clock.instant(),
                            event.start(),
                            event.end(),
                            event.allDay(),
                            event.subject(),
                            event.body(),
                            event.meeting().place(),
                            event.meeting().onlineLink(),
                            event.privateEntry(),
                            cancelled,
                            new CalendarText.Someone(organiser.name(), address, null),
                            attendees));
        }
    }

    /** Begins to tell of a change. */
    Occasion about(String purpose, EventView event, GuestList.Organiser organiser, List<GuestList.Addressee> people) {
        return new Occasion(purpose, event, organiser, people);
    }

    /**
     * Tells the organiser what a guest has answered.
     *
     * @throws BusinessException REFUSED {@code template-missing}
     */
    void answered(EventView event, GuestList.Organiser organiser, String guest, Answer answer, String reference) {
        var values = values(event, organiser, organiser.name(), organiser.language());
        values.put("guest.name", guest);
        values.put("guest.answer", words(answer, organiser.language()));
        values.put("event.link", EventLinks.of(url, event.id()));
        outbox.enqueue(OutgoingMail.about(CalendarVocabulary.GUEST_ANSWERED, reference)
                .tier(event.tierId())
                .company(organiser.companyId())
                .to(organiser.email())
                .says(templates
                        .find(organiser.companyId(), CalendarVocabulary.GUEST_ANSWERED, organiser.language())
                        .render(values))
                .mail());
    }

    static Map<String, String> values(EventView event, GuestList.Organiser organiser, String reader, String language) {
        var values = new HashMap<String, String>();
        values.put("reader.name", reader);
        values.put("organiser.name", organiser.name());
        values.put("event.subject", event.subject());
        values.put("event.body", event.body() == null ? "" : event.body());
        values.put("event.start", EventWords.start(event.start(), event.allDay()));
        values.put("event.time", EventWords.time(event.start(), event.end(), event.allDay(), language));
        var meeting = event.meeting();
        values.put("event.place", meeting == null || meeting.place() == null ? "—" : meeting.place());
        values.put("event.onlineLink", meeting == null || meeting.onlineLink() == null ? "—" : meeting.onlineLink());
        return values;
    }

    /** The bare address of {@code Name <address>}. */
    private String sender() {
        return from.replaceFirst(".*<([^>]*)>.*", "$1").strip();
    }

    private static ParticipationStatus status(Answer answer) {
        return switch (answer) {
            case NEEDS_ACTION -> ParticipationStatus.NEEDS_ACTION;
            case ACCEPTED -> ParticipationStatus.ACCEPTED;
            case TENTATIVE -> ParticipationStatus.TENTATIVE;
            case DECLINED -> ParticipationStatus.DECLINED;
        };
    }

    static String words(Answer answer, String language) {
        boolean english = "en".equals(language);
        return switch (answer) {
            case NEEDS_ACTION -> english ? "no answer yet" : "pas encore de réponse";
            case ACCEPTED -> english ? "accepted" : "accepte";
            case TENTATIVE -> english ? "maybe" : "peut-être";
            case DECLINED -> english ? "declined" : "décline";
        };
    }
}
