package fr.tiers.subscription;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** Of what the caller is told of single tiers, where that is something else than of all others. Nobody else's business. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class TierChoices {

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    SettingStore settings;

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public TierChoice of(long tierId) {
        access.requireVisible(tierId);
        long user = callers.current().userId();
        return db.call(handle -> handle.createQuery(
                                "select codes, version from subscription_exception where user_id = :user and tier_id = :tier")
                        .bind("user", user)
                        .bind("tier", tierId)
                        .map((row, context) -> new TierChoice(
                                tierId,
                                true,
                                List.of((String[]) row.getArray("codes").getArray()),
                                row.getLong("version")))
                        .findOne())
                .orElseGet(() -> new TierChoice(tierId, false, settings.of(user).codes(), 0));
    }

    /**
     * Holds for this tier alone, also while it is followed by itself. Whether it is followed stays as it is.
     *
     * @throws BusinessException NOT_FOUND; INVALID with every violation; STALE when the version is not the one that is kept
     */
    public TierChoice change(long tierId, long version, TierChoice.Wish wish) {
        access.requireVisible(tierId);
        var checks = new Checks();
        checks.holds(wish.codes() != null, "codes", "required");
        var codes = wish.codes() == null ? List.<String>of() : SubscriptionSettings.known(wish.codes(), checks);
        checks.refuse();
        int written = db.call(handle -> handle.createUpdate(
                        """
                        insert into subscription_exception as e (user_id, tier_id, version, codes)
                        select :user, :tier, 1, :codes where :version = 0
                           or exists (select 1 from subscription_exception k where k.user_id = :user and k.tier_id = :tier)
                        on conflict on constraint subscription_exception_pk do update set version = e.version + 1, codes = excluded.codes
                            where e.version = :version
                        """)
                .bind("user", callers.current().userId())
                .bind("tier", tierId)
                .bind("version", version)
                .bindArray("codes", String.class, codes)
                .execute());
        if (written == 0) {
            throw BusinessException.stale("subscription-choice", tierId);
        }
        return of(tierId);
    }

    /** As of all other tiers again; doing it twice changes nothing. */
    public TierChoice reset(long tierId) {
        access.requireVisible(tierId);
        db.run(handle -> handle.createUpdate(
                        "delete from subscription_exception where user_id = :user and tier_id = :tier")
                .bind("user", callers.current().userId())
                .bind("tier", tierId)
                .execute());
        return of(tierId);
    }
}
