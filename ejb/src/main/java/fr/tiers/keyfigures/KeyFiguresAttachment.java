package fr.tiers.keyfigures;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TierAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Key figures under merge, deletion and the GDPR. */
@ApplicationScoped
public class KeyFiguresAttachment implements TierAttachment {

    private final Db db;

    protected KeyFiguresAttachment() {
        this(null);
    }

    @Inject
    public KeyFiguresAttachment(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "keyfigures";
    }

    @Override
    public Set<String> tables() {
        return Set.of("key_figure", "key_figure_check");
    }

    @Override
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery("select count(*) from key_figure where tier_id = :tierId")
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
        db.run(handle -> {
            handle.execute("delete from key_figure where tier_id = ?", tierId);
            handle.execute("delete from key_figure_check where tier_id = ?", tierId);
        });
    }

    /** Of two figures for one closing date the typed one is kept, else the survivor's; the survivor is due for a check. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        db.run(handle -> {
            handle.execute(
                    """
                    delete from key_figure kept using key_figure moved
                    where kept.tier_id = ? and moved.tier_id = ? and kept.closing_date = moved.closing_date
                      and kept.source <> 'MANUAL' and moved.source = 'MANUAL'
                    """,
                    toTierId,
                    fromTierId);
            handle.execute(
                    """
                    update key_figure moved set tier_id = ? where moved.tier_id = ? and not exists (
                        select 1 from key_figure kept where kept.tier_id = ? and kept.closing_date = moved.closing_date)
                    """,
                    toTierId,
                    fromTierId,
                    toTierId);
            handle.execute("delete from key_figure where tier_id = ?", fromTierId);
            handle.execute("delete from key_figure_check where tier_id in (?, ?)", fromTierId, toTierId);
        });
    }

    /** The turnover of a sole trader is personal data; nothing obliges to keep it. */
    @Override
    public void anonymise(long tierId) {
        delete(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        var rows = db.call(handle -> handle.createQuery(
                        """
                        select year, closing_date, duration, turnover, result, headcount, confidential, source, fetched_at
                        from key_figure where tier_id = :tierId order by closing_date
                        """)
                .bind("tierId", tierId)
                .mapToMap()
                .list());
        out.section(feature(), rows);
    }
}
