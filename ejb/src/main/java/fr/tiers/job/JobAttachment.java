package fr.tiers.job;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The lines that runs wrote about a tier, under merge, deletion and the GDPR. */
@ApplicationScoped
public class JobAttachment extends TableAttachment {

    protected JobAttachment() {
        this(null);
    }

    @Inject
    public JobAttachment(Db db) {
        super(db, "job", "job_skip");
    }

    /** The report of a run keeps its line, without the tier. */
    @Override
    public void delete(long tierId) {
        execute("update job_skip set tier_id = null where tier_id = :tier", tierId);
    }

    /** Code and SIREN of a sole trader identify the person. */
    @Override
    public void anonymise(long tierId) {
        execute("update job_skip set item = '-', detail = null where tier_id = :tier", tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select r.job, r.started_at, s.item, s.reason, s.detail
                from job_skip s join job_run r on r.id = s.run_id where s.tier_id = :tier order by s.id
                """,
                tierId,
                out);
    }
}
