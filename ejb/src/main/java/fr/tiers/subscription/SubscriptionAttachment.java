package fr.tiers.subscription;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Followers and notifications go with their tier. */
@ApplicationScoped
public class SubscriptionAttachment extends TableAttachment {

    private final Callers callers;
    private final Clock clock;

    protected SubscriptionAttachment() {
        this(null, null, null);
    }

    @Inject
    public SubscriptionAttachment(Db db, Callers callers, Clock clock) {
        super(db, "subscription", "subscription");
        this.callers = callers;
        this.clock = clock;
    }

    /** Whom others follow is not the caller's business: counted are the reasons for which the caller follows the tier. */
    @Override
    protected CountQuery counting() {
        return new CountQuery(
                "select count(*) from %s where f.tier_id = :tier and f.user_id = :viewer and %s"
                        .formatted(
                                Following.RELATIONS,
                                Following.COUNTS.replace(":automatic", Following.AUTOMATIC_OF_VIEWER)),
                Map.of("viewer", viewer(), "today", LocalDate.now(clock)));
    }

    /** Nobody at all, where nobody is known. */
    private long viewer() {
        try {
            return callers.current().userId();
        } catch (BusinessException e) {
            return 0;
        }
    }

    @Override
    public Set<String> tables() {
        return Set.of("subscription", "subscription_exception", "happening", "happening_mailed");
    }

    @Override
    public void delete(long tierId) {
        super.delete(tierId);
        execute("delete from subscription_exception where tier_id = :tier", tierId);
        execute("delete from happening_mailed where tier_id = :tier", tierId);
        execute("delete from happening where tier_id = :tier", tierId);
    }

    /** Whoever has chosen one of the two follows the survivor; what was left of the other says nothing about it. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                insert into subscription (user_id, tier_id, state, since)
                select user_id, :to, state, since from subscription where tier_id = :from and state = 'FOLLOWED'
                on conflict on constraint subscription_pk do update set state = 'FOLLOWED', since = least(subscription.since, excluded.since)
                """,
                fromTierId,
                toTierId);
        execute("delete from subscription where tier_id = :tier", fromTierId);
        move(
                """
                insert into subscription_exception as e (user_id, tier_id, version, codes)
                select user_id, :to, version, codes from subscription_exception where tier_id = :from
                on conflict on constraint subscription_exception_pk do update set version = e.version + 1,
                    codes = array(select distinct unnest(e.codes || excluded.codes))
                """,
                fromTierId,
                toTierId);
        execute("delete from subscription_exception where tier_id = :tier", fromTierId);
        move(
                """
                insert into happening_mailed as m (transaction, tier_id, user_id, codes, at)
                select transaction, :to, user_id, codes, at from happening_mailed where tier_id = :from
                on conflict on constraint happening_mailed_pk do update set codes = m.codes || excluded.codes
                """,
                fromTierId,
                toTierId);
        execute("delete from happening_mailed where tier_id = :tier", fromTierId);
        move("update happening set tier_id = :to where tier_id = :from", fromTierId, toTierId);
    }

    /** That something happened stays; whom it names goes. */
    @Override
    public void anonymise(long tierId) {
        execute("update happening set arguments = '{}' where tier_id = :tier", tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select u.login as user, s.state, s.since::text as since from subscription s join app_user u on u.id = s.user_id
                where s.tier_id = :tier order by s.since, u.login
                """,
                tierId,
                out);
        section(
                "notification",
                """
                select h.code, array_to_string(h.arguments, ' · ') as arguments, h.author, h.at::text as at
                from happening h where h.tier_id = :tier order by h.id
                """,
                tierId,
                out);
    }
}
