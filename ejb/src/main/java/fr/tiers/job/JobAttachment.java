package fr.tiers.job;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TierAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The lines that runs wrote about a tier, under merge, deletion and the GDPR. */
@ApplicationScoped
public class JobAttachment implements TierAttachment {

    private final Db db;

    protected JobAttachment() {
        this(null);
    }

    @Inject
    public JobAttachment(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "job";
    }

    @Override
    public Set<String> tables() {
        return Set.of("job_skip");
    }

    @Override
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery("select count(*) from job_skip where tier_id = :tierId")
                .bind("tierId", tierId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }

    /** The report of a run keeps its line, without the tier. */
    @Override
    public void delete(long tierId) {
        db.run(handle -> handle.execute("update job_skip set tier_id = null where tier_id = ?", tierId));
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        db.run(handle -> handle.execute("update job_skip set tier_id = ? where tier_id = ?", toTierId, fromTierId));
    }

    /** Code and SIREN of a sole trader identify the person. */
    @Override
    public void anonymise(long tierId) {
        db.run(handle -> handle.execute("update job_skip set item = '-', detail = null where tier_id = ?", tierId));
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        var rows = db.call(handle -> handle.createQuery(
                        """
                        select r.job, r.started_at, s.item, s.reason, s.detail
                        from job_skip s join job_run r on r.id = s.run_id where s.tier_id = :tierId order by s.id
                        """)
                .bind("tierId", tierId)
                .mapToMap()
                .list());
        out.section(feature(), rows);
    }
}
