package fr.tiers.merge;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TraceAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The journal of a merge knows what the sources said: it is forgotten with the survivor, who can no longer be taken apart then. */
@ApplicationScoped
public class MergeAttachment extends TraceAttachment {

    private final Db db;

    protected MergeAttachment() {
        this(null);
    }

    @Inject
    public MergeAttachment(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "merge";
    }

    @Override
    public void delete(long tierId) {
        anonymise(tierId);
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        // each merge stays what it was: the ledger leads from one to the next
    }

    @Override
    public void anonymise(long tierId) {
        db.run(handle -> {
            handle.execute(
                    "delete from merge_row where run_id in (select id from merge_run where kind = 'TIER' and survivor_id = ?)",
                    tierId);
            handle.execute(
                    "update merge_source set label = '—' where run_id in (select id from merge_run where kind = 'TIER' and survivor_id = ?)",
                    tierId);
            handle.execute("update merge_run set survivor_label = '—' where kind = 'TIER' and survivor_id = ?", tierId);
        });
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        // what the sources said is said by the survivor
    }
}
