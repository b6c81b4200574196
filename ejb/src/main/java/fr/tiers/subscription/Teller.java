package fr.tiers.subscription;

import fr.tiers.access.Accounts;
import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.customfield.FieldRights;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Tells what has happened to those who follow: takes some of the queue, asks who follows these tiers and may see them now, writes one
 * notification for each, all in one transaction. Several nodes share the queue by skipping what another has locked; what a dead one had
 * taken is free again, and nobody is told twice by the key of the table.
 */
@Stateless
@PermitAll
public class Teller {

    /** One statement per follower and batch: large enough that a mass change costs few, small enough to be over soon. */
    static final int BATCH = 1000;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Accounts accounts;

    @Inject
    FieldRights fieldRights;

    @Inject
    SettingStore settings;

    @Inject
    SubscriptionMail mail;

    @Inject
    Bells bells;

    private record Waiting(long id, long tier) {}

    /** @return whether there may be more */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean tellSome() {
        List<Waiting> batch = db.call(handle -> handle.createQuery(
                        "select id, tier_id from happening where told_at is null order by id limit :batch for update skip locked")
                .bind("batch", BATCH)
                .map((row, context) -> new Waiting(row.getLong("id"), row.getLong("tier_id")))
                .list());
        if (batch.isEmpty()) {
            return false;
        }
        var waiting = batch.stream().map(Waiting::id).toList();
        var tiers = batch.stream().map(Waiting::tier).distinct().toList();
        followers(tiers).forEach(user -> accounts.find(user)
                .filter(reader -> !reader.has(Role.EXTRANET))
                .ifPresent(reader -> tell(reader, waiting, tiers)));
        db.run(handle -> {
            handle.createUpdate("update happening set told_at = :now where id = any(:ids)")
                    .bind("now", clock.instant())
                    .bindArray("ids", Long.class, waiting)
                    .execute();
            handle.createUpdate(
                            """
                            delete from happening h where h.id = any(:ids)
                            and not exists (select 1 from notification n where n.happening_id = h.id)
                            """)
                    .bindArray("ids", Long.class, waiting)
                    .execute();
        });
        return batch.size() == BATCH;
    }

    /** By id, so that two nodes never wait for each other. */
    private List<Long> followers(List<Long> tiers) {
        return db.call(handle -> handle.createQuery(
                        "select distinct f.user_id from %s where f.tier_id = any(:tiers) and f.user_id is not null order by f.user_id"
                                .formatted(Following.RELATIONS))
                .bindArray("tiers", Long.class, tiers)
                .mapTo(Long.class)
                .list());
    }

    private void tell(Caller reader, List<Long> happenings, List<Long> tiers) {
        var wish = settings.of(reader.userId());
        var address = mail.address(reader.userId());
        var way = address.isPresent() ? wish.mail() : MailChoice.NONE;
        if (!wish.onScreen() && way == MailChoice.NONE) {
            return;
        }
        var sight = Sight.of(reader);
        List<Long> told = db.call(handle -> Following.bind(
                        sight.bind(handle.createQuery(
                                """
                                insert into notification (happening_id, user_id, on_screen, mail, created_at)
                                select h.id, :user, :screen, :mail, cast(:now as timestamptz) from happening h join tier t on t.id = h.tier_id
                                where h.id = any(:ids) and h.code = any(:codes) and h.author <> :login
                                  and (h.fields = '{}' or not h.fields <@ cast(:hidden as text[]))
                                  and t.id in (select f.tier_id from %s where f.user_id = :user and f.tier_id = any(:tiers) and %s)
                                  and %s
                                on conflict on constraint notification_once do nothing returning id
                                """
                                        .formatted(Following.RELATIONS, Following.COUNTS, sight.predicate()))),
                        wish.automatic(),
                        LocalDate.now(clock))
                .bindArray("ids", Long.class, happenings)
                .bindArray("tiers", Long.class, tiers)
                .bindArray("codes", String.class, wish.codes())
                .bindArray("hidden", String.class, fieldRights.concealedFrom(reader, "tier"))
                .bind("user", reader.userId())
                .bind("login", reader.login())
                .bind("screen", wish.onScreen())
                .bind("mail", way.isDigest() ? "WAITING" : way == MailChoice.AT_ONCE ? "LEFT" : "NONE")
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .list());
        if (told.isEmpty()) {
            return;
        }
        if (way == MailChoice.AT_ONCE) {
            mail.send(SubscriptionMail.NEWS, reader, address.get(), told);
        }
        if (wish.onScreen()) {
            bells.ring(reader.userId());
        }
    }
}
