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
 * Sends digests that are due: of one person in one transaction, which also says when the next one is due. Whoever is killed in between
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
            accounts.find(digest.userId()).ifPresent(this::send);
            db.run(handle -> handle.createUpdate(
                            "update subscription_setting set digest_at = :next where user_id = :user")
                    .bind("next", Timestamp.from(digest.way().next(clock.instant(), clock.getZone())))
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

    /** All that waits for the reader's digest, now. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void send(Caller reader) {
        List<Long> waiting = db.call(handle -> handle.createQuery(
                        "update notification set mail = 'LEFT' where user_id = :user and mail = 'WAITING' returning id")
                .bind("user", reader.userId())
                .mapTo(Long.class)
                .list());
        if (!waiting.isEmpty()) {
            mail.address(reader.userId())
                    .ifPresent(address -> mail.send(SubscriptionMail.DIGEST, reader, address, waiting));
        }
    }
}
