package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobOffer;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;

/** Runs of jobs in the words and colours of the pages. */
@Named("jobLabels")
@ApplicationScoped
public class JobLabels {

    /** What the state of a run is called: a run that waits for its provider, or is about to stop, has words of its own. */
    public String state(JobExecution run) {
        if (!run.status().isActive()) {
            return run.status().name();
        }
        return run.stopRequested()
                ? "STOPPING"
                : run.resumeAt() != null ? "WAITING" : run.status().name();
    }

    public String kind(JobExecution run) {
        return switch (state(run)) {
            case "COMPLETED" -> "success";
            case "FAILED" -> "danger";
            case "STOPPED", "WAITING" -> "warning";
            default -> "info";
        };
    }

    public String icon(JobExecution run) {
        return switch (state(run)) {
            case "COMPLETED" -> "pi-check";
            case "FAILED" -> "pi-times-circle";
            case "STOPPED", "STOPPING" -> "pi-stop-circle";
            case "WAITING" -> "pi-clock";
            default -> "pi-sync";
        };
    }

    public String schedule(JobOffer job) {
        if (job.schedule() == null) {
            return Functions.text("job.schedule.none");
        }
        return job.schedule().matches("\\d{1,2}:\\d{2}")
                ? Functions.text1("job.schedule.daily", job.schedule())
                : Functions.text1("job.schedule.cron", job.schedule());
    }

    /** From the start to the end, or to now. */
    public String duration(JobExecution run) {
        var until = run.endedAt() == null ? Clock.systemUTC().instant() : run.endedAt();
        return words(Duration.between(run.startedAt(), until).toSeconds());
    }

    public int percent(JobExecution run) {
        return run.total() == 0 ? 0 : (int) Math.min(100, run.read() * 100 / run.total());
    }

    static String words(long seconds) {
        if (seconds >= 3600) {
            return seconds / 3600 + " h " + two(seconds / 60 % 60);
        }
        return seconds >= 60 ? seconds / 60 + " min " + two(seconds % 60) + " s" : seconds + " s";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
