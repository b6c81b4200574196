package fr.tiers.event;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TierAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What merge, delete, anonymise and export mean for events. */
@ApplicationScoped
public class EventAttachment implements TierAttachment {

    private final Db db;

    protected EventAttachment() {
        this(null);
    }

    @Inject
    public EventAttachment(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "event";
    }

    @Override
    public Set<String> tables() {
        return Set.of("event");
    }

    @Override
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery("select count(*) from event where tier_id = :tierId")
                .bind("tierId", tierId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }

    @Override
    public void delete(long tierId) {
        db.run(handle -> handle.execute("delete from event where tier_id = ?", tierId));
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        db.run(handle -> handle.execute(
                "update event set version = version + 1, tier_id = ? where tier_id = ?", toTierId, fromTierId));
    }

    /** That there was a call stays; what was said goes, as nobody can tell whom the text names. */
    @Override
    public void anonymise(long tierId) {
        db.run(handle -> handle.execute(
                """
                update event set version = version + 1, subject = '—', body = null where tier_id = ?
                """,
                tierId));
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        out.section(feature(), db.call(handle -> handle.createQuery(
                        """
                                select type, subject, body, starts_at::text as starts_at, author, created_at::text as created_at
                                from event where tier_id = :tierId order by event.starts_at, id
                                """)
                .bind("tierId", tierId)
                .mapToMap()
                .list()));
    }
}
