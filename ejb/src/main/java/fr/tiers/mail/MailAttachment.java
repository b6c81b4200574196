package fr.tiers.mail;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The mails about a tier. They follow it in a merge and vanish with it; nothing of them has to be kept. */
@ApplicationScoped
public class MailAttachment extends TableAttachment {

    protected MailAttachment() {
        this(null);
    }

    @Inject
    public MailAttachment(Db db) {
        super(db, "mail", "outbox_mail");
    }

    /** What is still to be sent keeps its text: the mail to head office about money received must arrive. */
    @Override
    public void anonymise(long tierId) {
        execute(
                """
                update outbox_mail set subject = '—', body = '—', html = null, calendar = null, calendar_method = null, reply_to = null,
                       headers = '{}'
                where tier_id = :tier and status = 'SENT'
                """,
                tierId);
        execute(
                """
                delete from outbox_file where mail_id in (select id from outbox_mail where tier_id = :tier and status = 'SENT')
                """,
                tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select subject, body, array_to_string(recipients, ', ') as recipients, created_at::text as created_at,
                       sent_at::text as sent_at,
                       (select string_agg(f.name, ', ' order by f.position) from outbox_file f where f.mail_id = outbox_mail.id) as files
                from outbox_mail where tier_id = :tier order by id
                """,
                tierId,
                out);
    }
}
