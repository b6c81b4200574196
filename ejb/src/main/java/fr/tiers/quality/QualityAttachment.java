package fr.tiers.quality;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, delete, anonymise and export mean for the history of a tier's score. */
@ApplicationScoped
public class QualityAttachment extends TableAttachment {

    protected QualityAttachment() {
        this(null);
    }

    @Inject
    public QualityAttachment(Db db) {
        super(db, "quality", "quality_score");
    }

    /** The survivor has a history of its own; that of a record that is gone says nothing about it. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        delete(fromTierId);
    }

    /** Numbers only: nobody is named. */
    @Override
    public void anonymise(long tierId) {
        // nothing personal here
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                "select day::text as day, score, max from quality_score where tier_id = :tier order by day",
                tierId,
                out);
    }
}
