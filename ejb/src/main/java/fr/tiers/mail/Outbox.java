package fr.tiers.mail;

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

    private final Db db;
    private final Clock clock;
    private final Event<MailEnqueued> enqueued;
    private final String domain;

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
    }

    /**
     * Writes the mail to the outbox, due at once. Its Message-ID is drawn here and stays the same however often it is sent, so that mail
     * servers and readers recognise a repetition.
     *
     * @return the mail's id
     */
    public long enqueue(OutgoingMail mail) {
        var attachment = mail.attachment();
        var id = db.call(handle -> handle.createQuery(
                        """
                        insert into outbox_mail (message_id, purpose, reference, tier_id, recipients, subject, body, attachment_name,
                                                 attachment_type, attachment_content, next_try_at, created_at)
                        values (:messageId, :purpose, :reference, :tierId, :recipients, :subject, :body, :name, :type, :content, :now, :now)
                        returning id
                        """)
                .bind("messageId", "<" + UUID.randomUUID() + "@" + domain + ">")
                .bind("purpose", mail.purpose())
                .bind("reference", mail.reference())
                .bind("tierId", mail.tierId())
                .bindArray("recipients", String.class, mail.recipients())
                .bind("subject", mail.subject())
                .bind("body", mail.body())
                .bind("name", attachment == null ? null : attachment.name())
                .bind("type", attachment == null ? null : attachment.type())
                .bind("content", attachment == null ? null : attachment.content())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        enqueued.fire(new MailEnqueued(id));
        return id;
    }
}
