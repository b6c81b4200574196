package fr.tiers.mail;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The outbox as the sender sees it; every method is one short transaction of its own. A claim carries a lease: a node that dies leaves
 * its mail SENDING, and once the lease has run out the mail is due again, with the same Message-ID.
 *
 * <p>Permitted to all because only the sender's thread calls it, on nobody's behalf.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxLedger {

    private static final int LONGEST_ERROR = 500;

    private final Db db;
    private final Clock clock;
    private final Event<MailAccepted> accepted;
    private final MailFiles files;

    protected OutboxLedger() {
        this(null, null, null);
    }

    @Inject
    public OutboxLedger(Db db, Clock clock, Event<MailAccepted> accepted) {
        this.db = db;
        this.clock = clock;
        this.accepted = accepted;
        this.files = new MailFiles(db);
    }

    /** Takes the mail that has been due the longest; no other node gets it while the lease lasts. */
    public Optional<ClaimedMail> claim(Duration lease) {
        var now = clock.instant();
        return db.call(handle -> handle.createQuery(
                        """
                        with due as (
                            update outbox_mail set status = 'SENDING', attempts = attempts + 1, lease_until = :leaseUntil
                            where id = (select id from outbox_mail
                                        where status = 'PENDING' and next_try_at <= :now
                                           or status = 'SENDING' and lease_until <= :now
                                        order by next_try_at, id
                                        limit 1
                                        for update skip locked)
                            returning *)
                        select due.*, coalesce(due.sender_name, c.sender_name) as from_name, c.sender_email as from_address
                        from due left join company c on c.id = due.company_id
                        """)
                .bind("now", now)
                .bind("leaseUntil", now.plus(lease))
                .map((row, context) -> claimed(row))
                .findOne());
    }

    /** Keeps mails whose sending takes long from being taken for those of a dead node. */
    public void renew(Collection<Long> ids, Duration lease) {
        db.run(handle -> handle.createUpdate(
                        "update outbox_mail set lease_until = :until where status = 'SENDING' and id = any(:ids)")
                .bind("until", clock.instant().plus(lease))
                .bindArray("ids", Long.class, ids)
                .execute());
    }

    /**
     * Notes the acceptance and tells the observers in the same transaction. It holds also when the lease had run out meanwhile: accepted
     * is accepted.
     *
     * @param remark what the administrator should know all the same, null when all is well
     */
    public void accepted(ClaimedMail mail, String remark) {
        db.call(handle -> handle.createQuery(
                                """
                                update outbox_mail set status = 'SENT', sent_at = :now, lease_until = null, last_error = :remark
                                where id = :id and status <> 'SENT'
                                returning purpose, reference
                                """)
                        .bind("id", mail.id())
                        .bind("now", clock.instant())
                        .bind("remark", shortened(remark))
                        .map((row, context) -> new MailAccepted(row.getString("purpose"), row.getString("reference")))
                        .findOne())
                .ifPresent(accepted::fire);
    }

    /** Notes a try that failed and when the next is due; silent when another claim has taken over meanwhile. */
    public void retry(ClaimedMail mail, String error, Duration delay) {
        failed(mail, "PENDING", error, delay);
    }

    /** Notes that the server refused for good; an administrator may send it again. */
    public void giveUp(ClaimedMail mail, String error) {
        failed(mail, "FAILED", error, Duration.ZERO);
    }

    private void failed(ClaimedMail mail, String status, String error, Duration delay) {
        db.run(handle -> handle.createUpdate(
                        """
                        update outbox_mail set status = :status, last_error = :error, next_try_at = :next, lease_until = null
                        where id = :id and status = 'SENDING' and attempts = :attempt
                        """)
                .bind("id", mail.id())
                .bind("attempt", mail.attempt())
                .bind("status", status)
                .bind("error", shortened(error))
                .bind("next", clock.instant().plus(delay))
                .execute());
    }

    private ClaimedMail claimed(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var calendar = row.getString("calendar");
        var mail = new OutgoingMail(
                row.getString("purpose"),
                row.getString("reference"),
                row.getObject("tier_id", Long.class),
                row.getObject("company_id", Long.class),
                row.getString("sender_name"),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                MailHeaders.map((String[]) row.getArray("headers").getArray()),
                calendar == null ? null : new MailCalendar(row.getString("calendar_method"), calendar),
                files.of(id));
        var from = new ClaimedMail.From(row.getString("from_name"), row.getString("from_address"));
        return new ClaimedMail(id, row.getString("message_id"), row.getInt("attempts"), from, mail);
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
