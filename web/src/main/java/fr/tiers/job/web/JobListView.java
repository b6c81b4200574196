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
    private List<JobOverview> catalogue = List.of();
    private Slice<JobExecution> runs = new Slice<>(List.of(), null, 0, true);

    protected JobListView() {
        this(null, null);
    }

    @Inject
    public JobListView(Jobs jobs, Refusals refusals) {
        this.jobs = jobs;
        this.refusals = refusals;
    }

    public void load() {
        Refusals.refusalOf(() -> {
                    catalogue = jobs.catalogue();
                    runs = jobs.executions(after, PAGE);
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
        return catalogue;
    }

    public Slice<JobExecution> getRuns() {
        return runs;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
