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
import fr.tiers.recurrence.Rule;
import fr.tiers.recurrence.RuleWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * What one mail says.
     *
     * @param cancels whether it ends something
     * @param shown when and where, for the text
     * @param rule how it comes again; null for one meeting
     * @param entries for the calendar
     * @param occurrence the one day of a series that it is about; null otherwise
     */
    record Message(String purpose, boolean cancels, Piece shown, Rule rule, List<Part> entries, Instant occurrence) {

        /** Whether an answer that was given before is worth nothing any more. */
        boolean asksAnew() {
            return CalendarVocabulary.GUEST_ADDED.equals(purpose) || CalendarVocabulary.MEETING_MOVED.equals(purpose);
        }
    }

    /** @param rhythm null for a meeting that does not come again */
    record Part(Piece piece, CalendarText.Rhythm rhythm) {}

    /** What all mails of one change have in common; templates are looked up once for each language. */
    final class Occasion {

        private final UUID uid;
        private final Long tierId;
        private final GuestList.Organiser organiser;
        private final Collection<GuestList.Addressee> people;
        private final Map<String, Template> found = new HashMap<>();

        private Occasion(UUID uid, Long tierId, GuestList.Organiser organiser, Collection<GuestList.Addressee> people) {
            this.uid = uid;
            this.tierId = tierId;
            this.organiser = organiser;
            this.people = people;
        }

        /** @throws BusinessException REFUSED {@code template-missing}, naming the company */
        Template template(String purpose, String language) {
            return found.computeIfAbsent(
                    purpose + ' ' + language, any -> templates.find(organiser.companyId(), purpose, language));
        }

        /** @throws BusinessException as {@link #template}: the change is not half made */
        void send(Invited guest, Message message) {
            var template = template(message.purpose(), guest.language());
            var values = values(message.shown(), message.rule(), organiser, guest.name(), guest.language());
            var method = message.cancels() ? CANCEL : REQUEST;
            if (!message.cancels()) {
                values.put("answer.link", EventLinks.answer(url, token(guest, message), guest.language()));
            }
            var calendar = calendar(guest, message, method);
            var bytes = calendar.getBytes(StandardCharsets.UTF_8);
            outbox.enqueue(OutgoingMail.about(message.purpose(), guest.id() + "-" + guest.sequence())
                    .tier(tierId)
                    .company(organiser.companyId())
                    .senderName(organiser.name())
                    .replyTo(organiser.email())
                    .to(guest.email())
                    .says(template.render(values))
                    .calendar(method, calendar)
                    .file(new MailFile("invite.ics", "application/ics", () -> new ByteArrayInputStream(bytes)))
                    .mail());
        }

        private String token(Invited guest, Message message) {
            var token = Secrets.draw();
            db.run(handle -> handle.createUpdate(
                            "insert into calendar_answer_token (hash, invitation_id, occurrence) values (:hash, :guest, :occurrence)")
                    .bind("hash", Secrets.hash(token))
                    .bind("guest", guest.id())
                    .bind("occurrence", message.occurrence())
                    .execute());
            return token;
        }

        private String calendar(Invited guest, Message message, String method) {
            var address = organiser.email() == null ? sender() : organiser.email();
            var from = new CalendarText.Someone(organiser.name(), address, null);
            var attendees = attendees(guest, message);
            return CalendarText.message(
                    method,
                    message.entries().stream()
                            .map(part -> new CalendarText.Entry(
                                    uid.toString(),
                                    guest.sequence(),
                                    clock.instant(),
                                    part.piece(),
                                    message.cancels(),
                                    from,
                                    attendees,
                                    part.rhythm()))
                            .toList());
        }

        /** Colleagues may see each other's addresses; guests from outside see only their own beside them. */
        private List<CalendarText.Someone> attendees(Invited guest, Message message) {
            var attendees = new ArrayList<CalendarText.Someone>();
            var answer = people.stream()
                    .filter(each -> guest.email().equalsIgnoreCase(each.email()))
                    .findFirst()
                    .map(each -> status(each.participant().answer()))
                    .filter(any -> !message.asksAnew())
                    .orElse(ParticipationStatus.NEEDS_ACTION);
            attendees.add(new CalendarText.Someone(
                    guest.name(), guest.email(), message.cancels() ? ParticipationStatus.DECLINED : answer));
            if (!message.cancels()) {
                people.stream()
                        .filter(each -> each.colleague()
                                && each.email() != null
                                && !each.email().equalsIgnoreCase(guest.email()))
                        .limit(MOST_NAMED)
                        .map(each -> new CalendarText.Someone(
                                each.name(),
                                each.email(),
                                status(each.participant().answer())))
                        .forEach(attendees::add);
            }
            return attendees;
        }
    }

    /** Begins to tell of a change. */
    Occasion about(UUID uid, Long tierId, GuestList.Organiser organiser, Collection<GuestList.Addressee> people) {
        return new Occasion(uid, tierId, organiser, people);
    }

    /**
     * Tells the organiser what a guest has answered.
     *
     * @throws BusinessException REFUSED {@code template-missing}
     */
    void answered(EventView event, GuestList.Organiser organiser, String guest, Answer answer, String reference) {
        var values = values(Piece.of(event), null, organiser, organiser.name(), organiser.language());
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

    static Map<String, String> values(
            Piece piece, Rule rule, GuestList.Organiser organiser, String reader, String language) {
        var values = new HashMap<String, String>();
        values.put("reader.name", reader);
        values.put("organiser.name", organiser.name());
        values.put("event.subject", piece.subject());
        values.put("event.body", piece.body() == null ? "" : piece.body());
        values.put("event.start", EventWords.start(piece.start(), piece.allDay()));
        var time = EventWords.time(piece.start(), piece.end(), piece.allDay(), language);
        values.put("event.time", rule == null ? time : time + ", " + RuleWords.of(rule, language));
        values.put("event.place", piece.place() == null ? "—" : piece.place());
        values.put("event.onlineLink", piece.onlineLink() == null ? "—" : piece.onlineLink());
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
