package fr.tiers.subscription;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * The link at the end of our mails: whoever has the mail may end these mails, without signing in, and nothing else. Several links of one
 * person work side by side.
 */
@Stateless
@PermitAll
public class Unsubscriptions {

    @Inject
    Db db;

    /** What the page may say before anything is done: as little as possible. */
    public record Unsubscription(boolean mailing) {}

    /** @throws BusinessException NOT_FOUND for a link that is not ours, or no longer */
    public Unsubscription read(String token) {
        return db.call(handle -> handle.createQuery(
                                """
                                select coalesce(s.mail, 'NONE') <> 'NONE' from unsubscription u
                                left join subscription_setting s on s.user_id = u.user_id where u.token_hash = :hash
                                """)
                        .bind("hash", UnsubscriptionTokens.hash(token))
                        .mapTo(Boolean.class)
                        .findOne())
                .map(Unsubscription::new)
                .orElseThrow(() -> BusinessException.notFound("unsubscription", "?"));
    }

    /**
     * Ends the mails; what was to come by mail stays behind the bell. Doing it twice changes nothing.
     *
     * @throws BusinessException NOT_FOUND as {@link #read}
     */
    public void endMails(String token) {
        read(token);
        db.run(handle -> {
            handle.createUpdate(
                            """
                            update notification set mail = 'NONE', on_screen = true where mail = 'WAITING'
                            and user_id = (select user_id from unsubscription where token_hash = :hash)
                            """)
                    .bind("hash", UnsubscriptionTokens.hash(token))
                    .execute();
            handle.createUpdate(
                            """
                            update subscription_setting set version = version + 1, mail = 'NONE', digest_at = null, on_screen = true
                            where mail <> 'NONE' and user_id = (select user_id from unsubscription where token_hash = :hash)
                            """)
                    .bind("hash", UnsubscriptionTokens.hash(token))
                    .execute();
        });
    }
}
