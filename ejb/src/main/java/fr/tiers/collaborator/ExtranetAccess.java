package fr.tiers.collaborator;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.Users;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Which extranet users see a tier, and why; and the granting of it. */
@Stateless
@PermitAll
public class ExtranetAccess {

    private static final String EXTRANET =
            "exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')";

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /**
     * Somebody from outside who sees the tier.
     *
     * @param user login
     * @param through what gives the access: TIER when it was granted to the tier itself
     * @param active false when the account is closed: nothing is seen then
     */
    public record ExtranetUser(String user, String displayName, String email, String through, boolean active) {}

    /**
     * @return by name
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see
     */
    public List<ExtranetUser> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name, u.email, u.active from extranet_grant g join app_user u on u.id = g.user_id
                        where g.tier_id = :tierId and %s order by u.display_name, u.id
                        """
                                .formatted(EXTRANET))
                .bind("tierId", tierId)
                .map((row, context) -> new ExtranetUser(
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getString("email"),
                        "TIER",
                        row.getBoolean("active")))
                .list());
    }

    /**
     * @return the active extranet users who do not see the tier yet, by name
     * @throws BusinessException FORBIDDEN without the right to assign
     */
    public List<Users.Name> candidates(long tierId) {
        access.require(tierId, Action.ASSIGN);
        return db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name from app_user u
                        where u.active and %s
                          and not exists (select 1 from extranet_grant g where g.user_id = u.id and g.tier_id = :tierId)
                        order by u.display_name, u.id
                        """
                                .formatted(EXTRANET))
                .bind("tierId", tierId)
                .map((row, context) -> new Users.Name(row.getString("login"), row.getString("display_name")))
                .list());
    }

    /**
     * Granting what is granted already changes nothing.
     *
     * @throws BusinessException INVALID on {@code user}; FORBIDDEN without the right to assign
     */
    public ExtranetUser grant(long tierId, String login) {
        access.require(tierId, Action.ASSIGN);
        var wanted = Checks.trim(login);
        new Checks().required("user", wanted).text("user", wanted).refuse();
        long userId = db.call(handle -> handle.createQuery(
                                "select u.id from app_user u where u.login = :login and u.active and " + EXTRANET)
                        .bind("login", wanted)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("user", "unknown-reference", wanted));
        int granted = db.call(handle -> handle.createUpdate(
                        "insert into extranet_grant (user_id, tier_id) values (:userId, :tierId) on conflict do nothing")
                .bind("userId", userId)
                .bind("tierId", tierId)
                .execute());
        var user = find(tierId, wanted);
        if (granted > 0) {
            history.updated(
                    authors.current(), "extranet", userId, tierId, Map.of(), Map.of("extranet", user.displayName()));
            touched.fire(new TierTouched(tierId));
        }
        return user;
    }

    /** @throws BusinessException NOT_FOUND when nothing was granted; FORBIDDEN without the right to assign */
    public void revoke(long tierId, String login) {
        access.require(tierId, Action.ASSIGN);
        var user = find(tierId, login);
        long userId = db.call(handle -> handle.createQuery(
                        """
                        delete from extranet_grant g using app_user u
                        where g.tier_id = :tierId and u.id = g.user_id and u.login = :login returning u.id
                        """)
                .bind("tierId", tierId)
                .bind("login", login)
                .mapTo(Long.class)
                .one());
        history.updated(
                authors.current(), "extranet", userId, tierId, Map.of("extranet", user.displayName()), Map.of());
        touched.fire(new TierTouched(tierId));
    }

    private ExtranetUser find(long tierId, String login) {
        return ofTier(tierId).stream()
                .filter(user -> user.user().equals(login))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("extranet-user", login));
    }
}
