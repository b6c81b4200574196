package fr.tiers.collaborator;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.Users;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The people who work on a tier whatever its unit: they see and change it as far as their roles let them do so with tiers of their own,
 * from the moment they are added to the moment they are removed.
 */
@Stateless
@PermitAll
public class Collaborators {

    private static final String SELECT =
            """
            select k.id, k.version, k.tier_id, k.type, u.login, u.display_name, u.active
            from tier_collaborator k join app_user u on u.id = k.user_id join tier t on t.id = k.tier_id
            """;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /**
     * @return by name
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see
     */
    public List<CollaboratorView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(SELECT + " where k.tier_id = :tierId order by u.display_name, u.id")
                .bind("tierId", tierId)
                .map((row, context) -> view(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND also when its tier is not the caller's to see */
    public CollaboratorView get(long id) {
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                        .bind(handle.createQuery(SELECT + " where k.id = :id and " + visibility.predicate("t")))
                        .bind("id", id)
                        .map((row, context) -> view(row))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("collaborator", id));
    }

    /** @return the people who can be added: active users of our own, by name */
    public List<Users.Name> candidates() {
        return db.call(handle -> handle.createQuery("select u.login, u.display_name from app_user u where " + INTERNAL
                        + " order by u.display_name, u.id")
                .map((row, context) -> new Users.Name(row.getString("login"), row.getString("display_name")))
                .list());
    }

    private static final String INTERNAL =
            "u.active and not exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')";

    /**
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see; FORBIDDEN without
     *     the right to assign
     */
    public CollaboratorView add(long tierId, CollaboratorCommand command) {
        access.require(tierId, Action.ASSIGN);
        command.check();
        requireUsable(command.type(), null);
        var user = db.call(handle -> handle.createQuery(
                                "select u.id from app_user u where u.login = :login and " + INTERNAL)
                        .bind("login", command.user())
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("user", "unknown-reference", command.user()));
        var id = db.call(handle -> handle.createQuery(
                                """
                                insert into tier_collaborator (tier_id, user_id, type) values (:tierId, :userId, :type)
                                on conflict (tier_id, user_id) do nothing returning id
                                """)
                        .bind("tierId", tierId)
                        .bind("userId", user)
                        .bind("type", command.type())
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("user", "already-used", command.user()));
        var added = get(id);
        history.updated(authors.current(), "collaborator", id, tierId, Map.of(), values(added));
        touched.fire(new TierTouched(tierId));
        return added;
    }

    /** @throws BusinessException STALE with the version; INVALID on {@code type}; FORBIDDEN without the right to assign */
    public CollaboratorView changeType(long id, long version, String type) {
        var before = get(id);
        access.require(before.tier(), Action.ASSIGN);
        new CollaboratorCommand(before.user(), type).check();
        requireUsable(type, before.type());
        int updated = db.call(handle -> handle.createUpdate(
                        "update tier_collaborator set type = :type, version = version + 1 where id = :id and version = :version")
                .bind("type", type)
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("collaborator", id);
        }
        var after = get(id);
        history.updated(authors.current(), "collaborator", id, after.tier(), values(before), values(after));
        touched.fire(new TierTouched(after.tier()));
        return after;
    }

    /**
     * Takes the access away at once.
     *
     * @throws BusinessException STALE with the version; FORBIDDEN without the right to assign; REFUSED {@code tier-given-away} for one's
     *     own entry when nothing else lets one in
     */
    public void remove(long id, long version) {
        var before = get(id);
        access.require(before.tier(), Action.ASSIGN);
        int deleted = db.call(
                handle -> handle.createUpdate("delete from tier_collaborator where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .execute());
        if (deleted == 0) {
            throw BusinessException.stale("collaborator", id);
        }
        if (!access.stillSees(before.tier())) {
            throw new BusinessException(Kind.REFUSED, "tier-given-away");
        }
        history.updated(authors.current(), "collaborator", id, before.tier(), values(before), Map.of());
        touched.fire(new TierTouched(before.tier()));
    }

    /** @param present the type the collaborator has already: it may stay although it is no longer active */
    private void requireUsable(String type, String present) {
        boolean usable = db.call(handle -> handle.createQuery(
                        "select exists (select 1 from collaborator_type where code = :type and (active or code = :present))")
                .bind("type", type)
                .bind("present", present)
                .mapTo(Boolean.class)
                .one());
        if (!usable) {
            throw BusinessException.invalid("type", "unknown-reference", type);
        }
    }

    private Map<String, String> values(CollaboratorView collaborator) {
        var type = db.call(handle -> handle.createQuery("select label_fr from collaborator_type where code = :code")
                .bind("code", collaborator.type())
                .mapTo(String.class)
                .one());
        return Map.of("collaborator", collaborator.displayName() + " · " + type);
    }

    private static CollaboratorView view(ResultSet row) throws SQLException {
        return new CollaboratorView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("tier_id"),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("type"),
                row.getBoolean("active"));
    }
}
