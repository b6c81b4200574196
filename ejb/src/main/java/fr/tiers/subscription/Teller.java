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
import java.util.ArrayList;
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

    @Inject
    NotificationWriter writer;

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
        var over = new ArrayList<>(waiting);
        var about = new NotificationWriter.Batch(waiting, tiers);
        followers(tiers).forEach(user -> accounts.find(user)
                .filter(reader -> !reader.has(Role.EXTRANET))
                .ifPresent(reader -> over.addAll(tell(reader, about))));
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
                    .bindArray("ids", Long.class, over)
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

    /** @return happenings of which nothing speaks any more to this reader */
    private List<Long> tell(Caller reader, NotificationWriter.Batch batch) {
        var wish = settings.of(reader.userId());
        boolean byMail =
                wish.mail() != MailChoice.NONE && mail.address(reader.userId()).isPresent();
        if (!wish.onScreen() && !byMail) {
            return List.of();
        }
        if (byMail) {
            settings.hold(reader.userId());
        }
        var hidden = List.copyOf(fieldRights.concealedFrom(reader, "tier"));
        var written = writer.write(reader, wish, byMail, batch, hidden);
        if (written.mail() && wish.mail() == MailChoice.AT_ONCE) {
            settings.schedule(reader.userId());
        }
        if (written.any() && wish.onScreen()) {
            bells.ring(reader.userId());
        }
        return written.former();
    }
}
