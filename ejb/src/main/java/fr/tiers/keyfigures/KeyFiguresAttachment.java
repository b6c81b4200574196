package fr.tiers.keyfigures;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Key figures under merge, deletion and the GDPR. */
@ApplicationScoped
public class KeyFiguresAttachment extends TableAttachment {

    protected KeyFiguresAttachment() {
        this(null);
    }

    @Inject
    public KeyFiguresAttachment(Db db) {
        super(db, "keyfigures", "key_figure");
    }

    @Override
    public Set<String> tables() {
        return Set.of("key_figure", "key_figure_check");
    }

    @Override
    public void delete(long tierId) {
        super.delete(tierId);
        execute("delete from key_figure_check where tier_id = :tier", tierId);
    }

    /** Of two figures for one closing date the typed one is kept, else the survivor's; the survivor is due for a check. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                delete from key_figure kept using key_figure moved
                where kept.tier_id = :to and moved.tier_id = :from and kept.closing_date = moved.closing_date
                  and kept.source <> 'MANUAL' and moved.source = 'MANUAL'
                """,
                fromTierId,
                toTierId);
        move(
                """
                update key_figure moved set tier_id = :to where moved.tier_id = :from and not exists (
                    select 1 from key_figure kept where kept.tier_id = :to and kept.closing_date = moved.closing_date)
                """,
                fromTierId,
                toTierId);
        super.delete(fromTierId);
        move("delete from key_figure_check where tier_id in (:from, :to)", fromTierId, toTierId);
    }

    /** The turnover of a sole trader is personal data; nothing obliges to keep it. */
    @Override
    public void anonymise(long tierId) {
        delete(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select year, closing_date, duration, turnover, result, headcount, confidential, source, fetched_at
                from key_figure where tier_id = :tier order by closing_date
                """,
                tierId,
                out);
    }
}
