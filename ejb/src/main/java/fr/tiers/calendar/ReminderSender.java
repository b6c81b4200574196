package fr.tiers.calendar;

import fr.tiers.access.InCharge;
import fr.tiers.event.EventKind;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailAddresses;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.mail.OutgoingMail;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells what is due, one reminder in a transaction of its own: its row stays locked until the mail stands in the outbox with it, so two
 * nodes never tell it twice and one that dies tells it again from the beginning.
 *
 * <p>Permitted to all because only the timer calls it, on nobody's behalf.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReminderSender {

    private static final Logger LOG = Logger.getLogger(ReminderSender.class);
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** One at the very start is told even if the timer was a little late. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final Map<EventKind, String> PURPOSES = Map.of(
            EventKind.CALL, CalendarVocabulary.CALL_REMINDER,
            EventKind.MEETING, CalendarVocabulary.MEETING_REMINDER,
            EventKind.TASK, CalendarVocabulary.TASK_REMINDER,
            EventKind.EMAIL, CalendarVocabulary.EVENT_REMINDER,
            EventKind.NOTE, CalendarVocabulary.EVENT_REMINDER);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    MailTemplates templates;

    @Inject
    Outbox outbox;

    @Inject
    InCharge inCharge;

    @Inject
    @ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers")
    String url;

    private record Due(
            long id,
            int plan,
            int minutes,
            Instant anchor,
            long event,
            EventKind kind,
            String subject,
            String body,
            Instant start,
            Instant end,
            boolean allDay,
            String place,
            String onlineLink,
            Long tierId,
            String tierName,
            String organiser,
            boolean active,
            boolean onScreen,
            boolean byMail,
            InCharge.Person reader) {}

    /** @return whether there was one */
    public boolean sendNext() {
        var now = clock.instant();
        var found = db.call(handle -> handle.createQuery(
                        """
                        select r.id, r.plan, r.minutes, r.event_start, e.id as event_id, e.kind, e.subject, e.body, e.starts_at, e.ends_at,
                               e.all_day, e.place, e.online_link, e.tier_id, t.name as tier_name, u.active, u.id as user_id, u.login,
                               u.display_name, u.email, u.language, u.company_id, coalesce(p.on_screen, :screen) as on_screen,
                               coalesce(p.by_mail, :mail) as by_mail,
                               coalesce(o.display_name, e.author) as organiser
                        from event_reminder r join event e on e.id = r.event_id join app_user u on u.id = r.user_id
                             left join tier t on t.id = e.tier_id left join reminder_preference p on p.user_id = r.user_id
                             left join app_user o on o.id = e.assignee_id
                        where r.state = 'PENDING' and r.next_try_at <= :now
                        order by r.next_try_at, r.id limit 1 for update of r skip locked
                        """)
                .bind("now", now)
                .bind("screen", ReminderPreference.USUAL.onScreen())
                .bind("mail", ReminderPreference.USUAL.byMail())
                .map((row, context) -> due(row))
                .findOne());
        found.ifPresent(due -> tell(due, now));
        return found.isPresent();
    }

    /** Puts aside what failed unexpectedly, so that the others are told. */
    public void putAside() {
        db.run(handle -> handle.createUpdate(
                        """
                        update event_reminder set problem = 'internal', next_try_at = :later
                        where id = (select id from event_reminder where state = 'PENDING' and next_try_at <= :now
                                    order by next_try_at, id limit 1 for update skip locked)
                        """)
                .bind("later", clock.instant().plus(RETRY))
                .bind("now", clock.instant())
                .execute());
    }

    private void tell(Due due, Instant now) {
        var begun = due.minutes() == 0 ? due.anchor().plus(GRACE) : due.anchor();
        if (!due.active()) {
            drop(due, "NOBODY");
        } else if (!begun.isAfter(now)) {
            drop(due, "BEGUN");
        } else if (!due.byMail() || !hasAddress(due.reader())) {
            if (due.onScreen()) {
                sent(due, now);
            } else {
                drop(due, "NOBODY");
            }
        } else {
            mail(due, now);
        }
    }

    private static boolean hasAddress(InCharge.Person reader) {
        return reader.email() != null && MailAddresses.isAddress(reader.email());
    }

    private void mail(Due due, Instant now) {
        var reader = due.reader();
        var purpose = PURPOSES.get(due.kind());
        try {
            var text = templates
                    .find(reader.companyId(), purpose, reader.language())
                    .render(values(due));
            outbox.enqueue(OutgoingMail.about(purpose, due.id() + "-" + due.plan())
                    .tier(due.tierId())
                    .company(reader.companyId())
                    .to(reader.email())
                    .says(text)
                    .mail());
            sent(due, now);
        } catch (BusinessException e) {
            // somebody has to write the template: it stays due, the administrator sees it, and the screen does not need
            // it
            LOG.warnf("reminder %d waits: %s %s", due.id(), e.code(), e.arguments());
            db.run(handle -> handle.createUpdate(
                            "update event_reminder set problem = :problem, next_try_at = :later, on_screen = :screen where id = :id")
                    .bind("problem", e.code())
                    .bind("later", now.plus(RETRY))
                    .bind("screen", due.onScreen())
                    .bind("id", due.id())
                    .execute());
        }
    }

    private Map<String, String> values(Due due) {
        var language = due.reader().language();
        var values = new HashMap<String, String>();
        values.put("reader.name", due.reader().displayName());
        values.put("organiser.name", due.organiser());
        values.put("event.subject", due.subject());
        values.put("event.body", due.body() == null ? "" : due.body());
        values.put("event.start", EventWords.start(due.start(), due.allDay()));
        values.put("event.time", EventWords.time(due.start(), due.end(), due.allDay(), language));
        values.put("event.place", due.place() == null ? "—" : due.place());
        values.put("event.onlineLink", due.onlineLink() == null ? "—" : due.onlineLink());
        values.put("event.link", EventLinks.of(url, due.event()));
        boolean known = due.tierId() != null && inCharge.sees(due.reader(), due.tierId());
        values.put("tier.name", known ? due.tierName() : "—");
        return values;
    }

    private void sent(Due due, Instant now) {
        db.run(handle -> handle.createUpdate(
                        "update event_reminder set state = 'SENT', sent_at = :now, problem = null, on_screen = :screen where id = :id")
                .bind("now", now)
                .bind("screen", due.onScreen())
                .bind("id", due.id())
                .execute());
    }

    private void drop(Due due, String reason) {
        db.run(handle -> handle.createUpdate(
                        "update event_reminder set state = 'DROPPED', reason = :reason, on_screen = false where id = :id")
                .bind("reason", reason)
                .bind("id", due.id())
                .execute());
    }

    private static Due due(ResultSet row) throws SQLException {
        var end = row.getTimestamp("ends_at");
        return new Due(
                row.getLong("id"),
                row.getInt("plan"),
                row.getInt("minutes"),
                row.getTimestamp("event_start").toInstant(),
                row.getLong("event_id"),
                EventKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("starts_at").toInstant(),
                end == null ? null : end.toInstant(),
                row.getBoolean("all_day"),
                row.getString("place"),
                row.getString("online_link"),
                row.getObject("tier_id", Long.class),
                row.getString("tier_name"),
                row.getString("organiser"),
                row.getBoolean("active"),
                row.getBoolean("on_screen"),
                row.getBoolean("by_mail"),
                new InCharge.Person(
                        row.getLong("user_id"),
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getObject("company_id", Long.class)));
    }
}
