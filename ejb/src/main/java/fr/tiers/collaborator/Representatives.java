package fr.tiers.collaborator;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who represents us at a tier beside its owner, in which period and for which share. The list is one thing: it is replaced as a whole, so
 * its shares are whole before and after, whoever changes it at the same time.
 */
@Stateless
@PermitAll
public class Representatives {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    Organisation organisation;

    @Inject
    AssignableUsers assignable;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public Representation ofTier(long tierId) {
        access.requireVisible(tierId);
        return read(tierId);
    }

    private Representation read(long tierId) {
        var representatives = db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name, r.share, r.from_date, r.to_date,
                               :today between coalesce(r.from_date, '-infinity') and coalesce(r.to_date, 'infinity') as in_force
                        from tier_representative r join app_user u on u.id = r.user_id
                        where r.tier_id = :tierId
                        order by r.from_date nulls first, r.to_date nulls last, r.share desc nulls last, u.display_name, r.id
                        """)
                .bind("today", LocalDate.now(clock))
                .bind("tierId", tierId)
                .map((row, context) -> new Representative(
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getBigDecimal("share"),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class),
                        row.getBoolean("in_force")))
                .list());
        return db.call(handle -> handle.createQuery(
                        """
                        select t.representation_version, u.login, u.display_name
                        from tier t left join app_user u on u.id = t.owner_id where t.id = :tierId
                        """)
                .bind("tierId", tierId)
                .map((row, context) -> new Representation(
                        row.getLong("representation_version"),
                        row.getString("login"),
                        row.getString("display_name"),
                        representatives))
                .one());
    }

    /**
     * Replaces the list.
     *
     * @throws BusinessException INVALID with every violation: shares that do not make 100 % on some day, somebody twice at the same
     *     time, somebody who may not be chosen; STALE with the version; FORBIDDEN without the right to assign; REFUSED {@code
     *     tier-given-away} when the caller would no longer see the tier
     */
    public Representation replace(long tierId, long version, List<RepresentativeCommand> wanted) {
        access.require(tierId, Action.ASSIGN);
        if (wanted == null) {
            throw BusinessException.invalid("representatives", "required");
        }
        var violations = Split.violations(wanted);
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
        lock(tierId, version);
        var before = read(tierId);
        write(tierId, wanted, users(wanted, before));
        if (!access.stillSees(tierId)) {
            throw new BusinessException(Kind.REFUSED, "tier-given-away");
        }
        var after = read(tierId);
        history.updated(authors.current(), "representative", tierId, tierId, values(before), values(after));
        touched.fire(new TierTouched(tierId));
        return after;
    }

    /** The tier's row is the lock: of two who read the same version the second hears that it is stale. */
    private void lock(long tierId, long version) {
        int current = db.call(handle -> handle.createUpdate(
                        """
                        update tier set representation_version = representation_version + 1
                        where id = :tierId and representation_version = :version
                        """)
                .bind("tierId", tierId)
                .bind("version", version)
                .execute());
        if (current == 0) {
            throw BusinessException.stale("representatives", tierId);
        }
    }

    /** Who stands there already may stay, also when he or she has left or may no longer be chosen. */
    private List<Long> users(List<RepresentativeCommand> wanted, Representation before) {
        Set<String> present =
                before.representatives().stream().map(Representative::user).collect(Collectors.toSet());
        var ids = new ArrayList<Long>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < wanted.size(); i++) {
            var login = wanted.get(i).user().strip();
            var field = "representatives[" + i + "].user";
            try {
                ids.add(
                        present.contains(login)
                                ? organisation.formerUserId(field, login)
                                : assignable.id(field, login));
            } catch (BusinessException e) {
                violations.addAll(e.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
        return ids;
    }

    private void write(long tierId, List<RepresentativeCommand> wanted, List<Long> users) {
        db.run(handle -> {
            handle.execute("delete from tier_representative where tier_id = ?", tierId);
            for (int i = 0; i < wanted.size(); i++) {
                handle.createUpdate(
                                """
                                insert into tier_representative (tier_id, user_id, share, from_date, to_date)
                                values (:tierId, :userId, :share, :from, :to)
                                """)
                        .bindMethods(wanted.get(i))
                        .bind("tierId", tierId)
                        .bind("userId", users.get(i))
                        .execute();
            }
        });
    }

    private static Map<String, String> values(Representation representation) {
        return Map.of(
                "representatives",
                representation.representatives().stream()
                        .map(Representatives::words)
                        .collect(Collectors.joining(", ")));
    }

    private static String words(Representative one) {
        var words = new StringBuilder(one.displayName());
        if (one.share() != null) {
            words.append(' ')
                    .append(one.share().stripTrailingZeros().toPlainString())
                    .append(" %");
        }
        if (one.from() != null || one.to() != null) {
            words.append(" (")
                    .append(one.from() == null ? "" : one.from())
                    .append('–')
                    .append(one.to() == null ? "" : one.to())
                    .append(')');
        }
        return words.toString();
    }
}
