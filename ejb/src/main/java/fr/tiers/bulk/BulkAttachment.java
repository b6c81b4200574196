package fr.tiers.bulk;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, deletion and the GDPR mean for the rows of bulk actions that a tier was part of. */
@ApplicationScoped
public class BulkAttachment extends TableAttachment {

    protected BulkAttachment() {
        this(null);
    }

    @Inject
    public BulkAttachment(Db db) {
        super(db, "bulk", "bulk_row");
    }

    /** The report keeps its row, without the tier. */
    @Override
    public void delete(long tierId) {
        execute("update bulk_row set tier_id = null where tier_id = :tier", tierId);
    }

    /** Former values go, and with them the way back. */
    @Override
    public void anonymise(long tierId) {
        execute(
                "update bulk_row set changes = null, problems = null, tier_version = null where tier_id = :tier",
                tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select b.action, b.created_at::text as created_at, r.state, r.changes::text as changes
                from bulk_row r join bulk_action b on b.id = r.bulk_id where r.tier_id = :tier order by r.bulk_id, r.number
                """,
                tierId,
                out);
    }
}
