package fr.tiers.subscription;

import fr.tiers.access.Accounts;
import fr.tiers.access.Caller;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Sends digests and mails that are due: of one person in one transaction, which also says when the next one is due. Whoever is killed in between
 * has done nothing; two nodes never take the same person.
 */
@Stateless
@PermitAll
public class Digests {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Accounts accounts;

    @Inject
    SubscriptionMail mail;

    private record Due(long userId, MailChoice way) {}

    /** @return whether there may be more */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean sendNext() {
        var due = claim();
        due.ifPresent(digest -> {
            boolean sent = accounts.find(digest.userId())
                    .map(reader -> send(reader, digest.way()))
                    .orElse(true);
            var now = clock.instant();
            var next = sent || digest.way().isDigest()
                    ? digest.way().next(now, clock.getZone())
                    : now.plus(SettingStore.MOST);
            db.run(handle -> handle.createUpdate(
                            "update subscription_setting set digest_at = cast(:next as timestamptz) where user_id = :user")
                    .bind("next", next == null ? null : Timestamp.from(next))
                    .bind("user", digest.userId())
                    .execute());
        });
        return due.isPresent();
    }

    private Optional<Due> claim() {
        return db.call(handle -> handle.createQuery(
                        """
                        select user_id, mail from subscription_setting where digest_at <= :now
                        order by digest_at, user_id limit 1 for update skip locked
                        """)
                .bind("now", Timestamp.from(clock.instant()))
                .map((row, context) -> new Due(row.getLong("user_id"), MailChoice.valueOf(row.getString("mail"))))
                .findOne());
    }

    /**
     * All that waits for the reader's mail, now.
     *
     * @return false when it waits on, because no template says how to write it
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean send(Caller reader, MailChoice way) {
        List<Long> waiting = db.call(handle -> handle.createQuery(
                        "select id from notification where user_id = :user and mail = 'WAITING' order by id for update")
                .bind("user", reader.userId())
                .mapTo(Long.class)
                .list());
        var address = mail.address(reader.userId());
        if (!waiting.isEmpty() && address.isPresent()) {
            var purpose = way.isDigest() ? SubscriptionMail.DIGEST : SubscriptionMail.NEWS;
            if (!mail.send(purpose, reader, address.get(), waiting)) {
                return false;
            }
        }
        db.run(handle -> handle.createUpdate("update notification set mail = 'LEFT' where id = any(:ids)")
                .bindArray("ids", Long.class, waiting)
                .execute());
        return true;
    }
}
