package fr.tiers.subscription;

import fr.tiers.happening.HappeningCode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads and writes how people want to be told. */
@ApplicationScoped
public class SettingStore {

    /** Nobody waits longer than this for a mail at once. */
    static final Duration MOST = Duration.ofMinutes(10);

    private final Db db;
    private final Clock clock;

    @Inject
    @ConfigProperty(name = "tiers.notification.quiet", defaultValue = "PT1M")
    Duration quiet = Duration.ofMinutes(1);

    protected SettingStore() {
        this(null, null);
    }

    @Inject
    public SettingStore(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    SubscriptionSettings of(long userId) {
        return db.call(handle -> handle.createQuery(
                                "select automatic, on_screen, mail, codes, version from subscription_setting where user_id = :user")
                        .bind("user", userId)
                        .map((row, context) -> new SubscriptionSettings(
                                row.getBoolean("automatic"),
                                row.getBoolean("on_screen"),
                                MailChoice.valueOf(row.getString("mail")),
                                offered((String[]) row.getArray("codes").getArray()),
                                row.getLong("version")))
                        .findOne())
                .orElse(SubscriptionSettings.USUAL);
    }

    /** What was kept may name a code that is no longer offered, or not yet. */
    private static List<String> offered(String[] kept) {
        var wanted = Set.of(kept);
        return HappeningCode.offered().stream()
                .map(HappeningCode::name)
                .filter(wanted::contains)
                .toList();
    }

    /** @throws BusinessException STALE when the version is not the one that is kept */
    void replace(long userId, SubscriptionSettings wanted) {
        var due = wanted.mail().next(clock.instant(), clock.getZone());
        int written = db.call(handle -> handle.createUpdate(
                        """
                        insert into subscription_setting as s (user_id, version, automatic, on_screen, mail, codes, digest_at)
                        select :user, 1, :automatic, :screen, :mail, :codes, cast(:due as timestamptz) where :version = 0
                           or exists (select 1 from subscription_setting k where k.user_id = :user)
                        on conflict (user_id) do update
                            set version = s.version + 1, automatic = excluded.automatic, on_screen = excluded.on_screen,
                                digest_at = case when s.mail = excluded.mail then s.digest_at else excluded.digest_at end,
                                mail = excluded.mail, codes = excluded.codes
                            where s.version = :version
                        """)
                .bind("user", userId)
                .bind("version", wanted.version())
                .bind("automatic", wanted.automatic())
                .bind("screen", wanted.onScreen())
                .bind("mail", wanted.mail().name())
                .bindArray("codes", String.class, wanted.codes())
                .bind("due", due == null ? null : Timestamp.from(due))
                .execute());
        if (written == 0) {
            throw BusinessException.stale("subscription-settings", userId);
        }
    }

    /** Whoever writes what waits for a mail takes the same lock first as whoever sends it. */
    void hold(long userId) {
        db.run(handle -> handle.createQuery("select user_id from subscription_setting where user_id = :user for update")
                .bind("user", userId)
                .mapTo(Long.class)
                .findOne());
    }

    /**
     * A mail at once: after a moment of quiet, so that what happens together comes together, but no later than ten minutes after the first.
     */
    void schedule(long userId) {
        var now = clock.instant();
        db.run(handle -> handle.createUpdate(
                        """
                        update subscription_setting set digest_at = least(cast(:quiet as timestamptz),
                            (select n.created_at from notification n where n.user_id = :user and n.mail = 'WAITING' order by n.id limit 1)
                                + cast(:most as interval))
                        where user_id = :user and mail = 'AT_ONCE'
                        """)
                .bind("user", userId)
                .bind("quiet", Timestamp.from(now.plus(quiet)))
                .bind("most", MOST.toString())
                .execute());
    }
}
