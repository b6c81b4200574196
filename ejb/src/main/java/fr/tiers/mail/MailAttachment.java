package fr.tiers.mail;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TierAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The mails about a tier. They follow it in a merge and vanish with it; nothing of them has to be kept. */
@ApplicationScoped
public class MailAttachment implements TierAttachment {

    private final Db db;

    protected MailAttachment() {
        this(null);
    }

    @Inject
    public MailAttachment(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "mail";
    }

    @Override
    public Set<String> tables() {
        return Set.of("outbox_mail");
    }

    @Override
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery("select count(*) from outbox_mail where tier_id = :tier")
                .bind("tier", tierId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }

    @Override
    public void delete(long tierId) {
        execute("delete from outbox_mail where tier_id = :tier", tierId);
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        db.run(handle -> handle.createUpdate("update outbox_mail set tier_id = :to where tier_id = :from")
                .bind("from", fromTierId)
                .bind("to", toTierId)
                .execute());
    }

    /** What is still to be sent keeps its text: the mail to head office about money received must arrive. */
    @Override
    public void anonymise(long tierId) {
        execute(
                """
                update outbox_mail set subject = '—', body = '—', attachment_content = case when attachment_content is not null then '{}' end
                where tier_id = :tier and status = 'SENT'
                """,
                tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        out.section(feature(), db.call(handle -> handle.createQuery(
                        """
                                select subject, body, array_to_string(recipients, ', ') as recipients, created_at::text as created_at,
                                       sent_at::text as sent_at
                                from outbox_mail where tier_id = :tier order by id
                                """)
                .bind("tier", tierId)
                .mapToMap()
                .list()));
    }

    private void execute(String sql, long tierId) {
        db.run(handle -> handle.createUpdate(sql).bind("tier", tierId).execute());
    }
}
