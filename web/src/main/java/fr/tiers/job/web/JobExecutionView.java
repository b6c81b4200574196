package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobSkip;
import fr.tiers.job.Jobs;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.function.LongConsumer;
import org.omnifaces.util.Faces;

/** One run: how far it is, how to stop it or let it go on, what it passed over. */
@Named("jobExecution")
@ViewScoped
public class JobExecutionView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final Jobs jobs;
    private final Refusals refusals;
    private String idText;
    private String after;
    private long id;
    private transient JobExecution run;
    private transient Slice<JobSkip> skips;

    protected JobExecutionView() {
        this(null, null);
    }

    @Inject
    public JobExecutionView(Jobs jobs, Refusals refusals) {
        this.jobs = jobs;
        this.refusals = refusals;
    }

    /** Answers 404 for a run that does not exist. */
    public void load() {
        Refusals.refusalOf(() -> {
                    id = Params.id("job-execution", String.valueOf(idText));
                    refresh();
                    jobs.skips(id, after, PAGE);
                })
                .filter(refusal -> run == null || refusal.kind() != Kind.FORBIDDEN)
                .ifPresent(JobExecutionView::turnAway);
    }

    private static void turnAway(BusinessException refusal) {
        Faces.responseSendError(refusal.kind() == Kind.FORBIDDEN ? 403 : 404, refusal.code());
    }

    /** Reads it anew: when it has ended, or after a change. */
    public void refresh() {
        run = jobs.execution(id);
        skips = null;
    }

    public void stop() {
        change(jobs::stop);
    }

    public void restart() {
        change(jobs::restart);
    }

    private void change(LongConsumer change) {
        refusals.guard(() -> change.accept(id));
        refresh();
    }

    public JobExecution getRun() {
        if (run == null && id > 0) {
            refresh();
        }
        return run;
    }

    public boolean isRestartable() {
        return !getRun().status().isActive()
                && !"COMPLETED".equals(getRun().status().name());
    }

    /** Null for those who may not read it: it names tiers that they may not see. */
    public Slice<JobSkip> getSkips() {
        if (skips == null) {
            Refusals.refusalOf(() -> skips = jobs.skips(id, after, PAGE));
        }
        return skips;
    }

    public long getId() {
        return id;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
