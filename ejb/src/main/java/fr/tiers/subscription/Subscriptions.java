package fr.tiers.subscription;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** What the caller follows, and how the caller wants to be told. Nobody else's business: it is in no change log. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class Subscriptions {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    SettingStore settings;

    @Inject
    Digests digests;

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public SubscriptionState state(long tierId) {
        access.requireVisible(tierId);
        var user = callers.current().userId();
        return db.call(handle -> handle.createQuery(
                        """
                        select array(select distinct f.reason from %s where f.tier_id = :tier and f.user_id = :user and %s order by 1) as reasons,
                               exists (select 1 from subscription s where s.tier_id = :tier and s.user_id = :user and s.state = 'LEFT')
                                   as "left"
                        from (select coalesce((select automatic from subscription_setting where user_id = :user), true) as automatic) w
                        """
                                .formatted(Following.RELATIONS, Following.COUNTS.replace(":automatic", "w.automatic")))
                .bind("tier", tierId)
                .bind("user", user)
                .bind("today", LocalDate.now(clock))
                .map((row, context) -> {
                    var reasons = List.of((String[]) row.getArray("reasons").getArray());
                    return new SubscriptionState(tierId, !reasons.isEmpty(), reasons, row.getBoolean("left"));
                })
                .one());
    }

    /** Doing it twice changes nothing. */
    public SubscriptionState follow(long tierId) {
        access.requireVisible(tierId);
        db.run(handle -> handle.createUpdate(
                        """
                        insert into subscription (user_id, tier_id, state, since) values (:user, :tier, 'FOLLOWED', :now)
                        on conflict on constraint subscription_pk do update set state = 'FOLLOWED', since = excluded.since
                            where subscription.state <> 'FOLLOWED'
                        """)
                .bind("user", callers.current().userId())
                .bind("tier", tierId)
                .bind("now", clock.instant())
                .execute());
        return state(tierId);
    }

    /** Also of a tier that is followed by itself: it stays left until it is followed again. */
    public SubscriptionState leave(long tierId) {
        access.requireVisible(tierId);
        var user = callers.current().userId();
        db.run(handle -> handle.createUpdate("delete from subscription where user_id = :user and tier_id = :tier")
                .bind("user", user)
                .bind("tier", tierId)
                .execute());
        if (state(tierId).followed()) {
            db.run(handle -> handle.createUpdate(
                            "insert into subscription (user_id, tier_id, state, since) values (:user, :tier, 'LEFT', :now) on conflict do nothing")
                    .bind("user", user)
                    .bind("tier", tierId)
                    .bind("now", clock.instant())
                    .execute());
        }
        return state(tierId);
    }

    /**
     * @param left those that were left rather than those that are followed
     * @return by name
     */
    public Slice<FollowedTier> page(boolean left, String after, int limit) {
        var cursor = after == null ? new Cursor("", 0) : Cursor.decode(after);
        var visibility = Visibility.of(callers.current());
        var mine = left
                ? "select s.tier_id, null as reason from subscription s where s.user_id = :user and s.state = 'LEFT'"
                : "select f.tier_id, f.reason from " + Following.RELATIONS + " where f.user_id = :user and "
                        + Following.COUNTS;
        var from = " from (" + mine + ") m join tier t on t.id = m.tier_id where " + visibility.predicate("t");
        var rows = db.call(handle -> mine(
                        visibility.bind(handle.createQuery(
                                """
                        select t.id, t.code, t.name,
                               exists (select 1 from subscription_exception x where x.user_id = :user and x.tier_id = t.id) as own,
                               array_remove(array_agg(distinct m.reason order by m.reason), null) as reasons, fold(t.name) as key
                        %s and (fold(t.name), t.id) > (:key, :after) group by t.id order by fold(t.name), t.id limit :limit
                        """
                                        .formatted(from))),
                        left)
                .bind("key", cursor.key())
                .bind("after", cursor.id())
                .bind("limit", limit + 1)
                .map((row, context) -> new Row(
                        new FollowedTier(
                                row.getLong("id"),
                                row.getString("code"),
                                row.getString("name"),
                                List.of((String[]) row.getArray("reasons").getArray()),
                                row.getBoolean("own")),
                        row.getString("key")))
                .list());
        long total = db.call(handle -> mine(
                        visibility.bind(handle.createQuery(
                                "select count(*) from (select distinct t.id" + from + " limit :cap) capped")),
                        left)
                .bind("cap", Slice.COUNT_CAP + 1)
                .mapTo(Long.class)
                .one());
        var last = rows.size() > limit ? rows.get(limit - 1) : null;
        return new Slice<>(
                rows.stream().limit(limit).map(Row::tier).toList(),
                last == null ? null : new Cursor(last.key(), last.tier().tier()).encode(),
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    private record Row(FollowedTier tier, String key) {}

    private <S extends SqlStatement<S>> S mine(S statement, boolean left) {
        var user = callers.current().userId();
        statement.bind("user", user);
        return left ? statement : Following.bind(statement, settings.of(user).automatic(), LocalDate.now(clock));
    }

    public SubscriptionSettings settings() {
        return settings.of(callers.current().userId());
    }

    /**
     * What waited for a digest that will not come any more is sent now, or stays behind the bell.
     *
     * @throws BusinessException INVALID with every violation; STALE
     */
    public SubscriptionSettings change(long version, SubscriptionSettings.Wish wish) {
        var caller = callers.current();
        var wanted = wish.check(version);
        settings.replace(caller.userId(), wanted);
        if (wanted.mail() == MailChoice.AT_ONCE) {
            digests.send(caller, MailChoice.AT_ONCE);
        } else if (wanted.mail() == MailChoice.NONE) {
            db.run(handle -> handle.createUpdate(
                            "update notification set mail = 'NONE', on_screen = true where user_id = :user and mail = 'WAITING'")
                    .bind("user", caller.userId())
                    .execute());
        }
        return settings();
    }
}
