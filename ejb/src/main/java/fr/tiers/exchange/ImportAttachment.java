package fr.tiers.exchange;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, deletion and the GDPR mean for the rows of files that a tier came from. */
@ApplicationScoped
public class ImportAttachment extends TableAttachment {

    protected ImportAttachment() {
        this(null);
    }

    @Inject
    public ImportAttachment(Db db) {
        super(db, "exchange", "exchange_row");
    }

    /** The report keeps its row, without the tier. */
    @Override
    public void delete(long tierId) {
        execute("update exchange_row set tier_id = null where tier_id = :tier", tierId);
    }

    /** What the file said of the person goes, and with it the file: nobody can cut one row out of it. */
    @Override
    public void anonymise(long tierId) {
        execute(
                "delete from exchange_chunk where import_id in (select import_id from exchange_row where tier_id = :tier)",
                tierId);
        execute(
                """
                update exchange_import set sample = '[]' where id in (select import_id from exchange_row where tier_id = :tier)
                """,
                tierId);
        execute(
                """
                delete from exchange_claim c using exchange_row r
                where r.tier_id = :tier and c.import_id = r.import_id and c.number = r.number
                """,
                tierId);
        execute(
                """
                update exchange_row set cells = '{}', changes = null, problems = null, undo = null, tier_version = null where tier_id = :tier
                """,
                tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select i.file_name, i.created_at::text as created_at, r.number, array_to_string(r.cells, ' | ') as cells
                from exchange_row r join exchange_import i on i.id = r.import_id where r.tier_id = :tier order by r.import_id, r.number
                """,
                tierId,
                out);
    }
}
