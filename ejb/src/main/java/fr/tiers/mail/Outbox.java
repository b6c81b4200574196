package fr.tiers.mail;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where features leave their mails. The row is part of the caller's transaction: a business change that is rolled back sends nothing,
 * one that is committed is never without its mail. Sending comes later, see {@link OutboxSender}.
 */
@ApplicationScoped
public class Outbox {

    private static final long MEBI = 1 << 20;

    private final Db db;
    private final Clock clock;
    private final Event<MailEnqueued> enqueued;
    private final String domain;
    private final MailFiles files;

    @Inject
    @ConfigProperty(name = "tiers.mail.max-size", defaultValue = "15728640")
    long maxSize = 15 * MEBI;

    protected Outbox() {
        this(null, null, null, "@localhost");
    }

    @Inject
    public Outbox(
            Db db,
            Clock clock,
            Event<MailEnqueued> enqueued,
            @ConfigProperty(name = SmtpTransport.FROM, defaultValue = SmtpTransport.FROM_DEFAULT) String from) {
        this.db = db;
        this.clock = clock;
        this.enqueued = enqueued;
        this.domain = MailAddresses.domain(from);
        this.files = new MailFiles(db);
    }

    /**
     * Writes the mail to the outbox, due at once. Its Message-ID is drawn here and stays the same however often it is sent, so that mail
     * servers and readers recognise a repetition.
     *
     * @return the mail's id
     * @throws BusinessException TOO_LARGE {@code mail-too-large} when the files together are larger than a mail takes
     */
    public long enqueue(OutgoingMail mail) {
        var calendar = mail.calendar();
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into outbox_mail (message_id, purpose, reference, tier_id, company_id, sender_name, recipients, reply_to,
                                                 subject, body, html, headers, calendar_method, calendar, next_try_at, created_at)
                        values (:messageId, :purpose, :reference, :tierId, :companyId, :senderName, :recipients, :replyTo, :subject,
                                :body, :html, :headers, :calendarMethod, :calendar, :now, :now)
                        returning id
                        """)
                .bind("messageId", "<" + UUID.randomUUID() + "@" + domain + ">")
                .bind("purpose", mail.purpose())
                .bind("reference", mail.reference())
                .bind("tierId", mail.tierId())
                .bindArray("recipients", String.class, mail.recipients())
                .bind("subject", mail.subject())
                .bind("body", mail.body())
                .bind("companyId", mail.companyId())
                .bind("senderName", mail.senderName())
                .bind("replyTo", mail.replyTo())
                .bind("html", mail.html())
                .bindArray("headers", String.class, MailHeaders.lines(mail.headers()))
                .bind("calendarMethod", calendar == null ? null : calendar.method())
                .bind("calendar", calendar == null ? null : calendar.content())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        keep(id, mail);
        enqueued.fire(new MailEnqueued(id));
        return id;
    }

    /**
     * Makes a mail that was refused for good due once more, under the same Message-ID.
     *
     * @param recipient where it goes now
     * @return false when it has not failed, or no longer
     */
    public boolean retry(long id, String recipient) {
        int due = db.call(handle -> handle.createUpdate(
                        """
                        update outbox_mail set status = 'PENDING', next_try_at = :now, recipients = array[:recipient]
                        where id = :id and status = 'FAILED'
                        """)
                .bind("id", id)
                .bind("now", clock.instant())
                .bind("recipient", recipient)
                .execute());
        if (due > 0) {
            enqueued.fire(new MailEnqueued(id));
        }
        return due > 0;
    }

    private void keep(long id, OutgoingMail mail) {
        try {
            files.write(id, mail.files(), maxSize);
        } catch (MailFiles.TooLarge e) {
            throw tooLarge();
        }
    }

    /** What files that are too large together are refused with. */
    public BusinessException tooLarge() {
        return new BusinessException(Kind.TOO_LARGE, "mail-too-large", Math.max(1, maxSize / MEBI));
    }

    /** How large the files of one mail may be together, in bytes. */
    public long maxSize() {
        return maxSize;
    }
}
