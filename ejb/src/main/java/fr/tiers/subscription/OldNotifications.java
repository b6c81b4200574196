package fr.tiers.subscription;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets notifications after a while, read or not, and links in mails after a year: what has happened is in the history. */
@Stateless
@PermitAll
public class OldNotifications {

    private static final int BATCH = 5000;
    private static final Duration LINKS_KEPT = Duration.ofDays(365);

    /** Long enough for whatever waits to be told. */
    private static final Duration MAILED_KEPT = Duration.ofDays(7);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "tiers.notification.kept", defaultValue = "P90D")
    Duration kept = Duration.ofDays(90);

    /** @return whether there may be more */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean forgetSome() {
        var now = clock.instant();
        int forgotten = delete(
                """
                with old as (delete from notification where id in (select id from notification where created_at < :before
                                                                   order by id limit :batch for update skip locked)
                             returning happening_id)
                delete from happening h where h.id in (select happening_id from old)
                  and not exists (select 1 from notification n where n.happening_id = h.id and n.created_at >= :before)
                """,
                now.minus(kept));
        // what a line speaks of no longer, because a later one took its place
        delete(
                """
                delete from happening where id in (select h.id from happening h where h.at < :before and h.told_at is not null
                    and not exists (select 1 from notification n where n.happening_id = h.id) order by h.id limit :batch)
                """,
                now.minus(kept));
        delete(
                "delete from happening_mailed where (transaction, tier_id, user_id) in"
                        + " (select transaction, tier_id, user_id from happening_mailed where at < :before limit :batch)",
                now.minus(MAILED_KEPT));
        delete(
                "delete from unsubscription where token_hash in (select token_hash from unsubscription where created_at < :before limit :batch)",
                now.minus(LINKS_KEPT));
        return forgotten >= BATCH;
    }

    private int delete(String sql, Instant before) {
        return db.call(handle -> handle.createUpdate(sql)
                .bind("before", Timestamp.from(before))
                .bind("batch", BATCH)
                .execute());
    }
}
