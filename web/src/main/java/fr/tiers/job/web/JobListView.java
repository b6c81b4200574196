package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobOverview;
import fr.tiers.job.Jobs;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Refusals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;

/** The jobs there are, and their runs. */
@Named("jobList")
@RequestScoped
public class JobListView {

    private static final int PAGE = 20;

    private final Jobs jobs;
    private final Refusals refusals;
    private String after;
    private List<JobOverview> catalogue;
    private Slice<JobExecution> runs;

    protected JobListView() {
        this(null, null);
    }

    @Inject
    public JobListView(Jobs jobs, Refusals refusals) {
        this.jobs = jobs;
        this.refusals = refusals;
    }

    /** Turns away whoever has nothing to do with jobs, and a cursor that is not ours. */
    public void load() {
        Refusals.refusalOf(() -> {
                    getCatalogue();
                    getRuns();
                })
                .ifPresent(
                        refusal -> Faces.responseSendError(refusal.violations().isEmpty() ? 403 : 404, refusal.code()));
    }

    /** Starts a job and follows it. */
    public void start(String name) {
        refusals.guard(() -> Faces.redirect(
                "job/execution.xhtml?id=%s", jobs.start(name, Map.of()).id()));
    }

    public List<JobOverview> getCatalogue() {
        if (catalogue == null) {
            catalogue = jobs.catalogue();
        }
        return catalogue;
    }

    public Slice<JobExecution> getRuns() {
        if (runs == null) {
            runs = jobs.executions(after, PAGE);
        }
        return runs;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
