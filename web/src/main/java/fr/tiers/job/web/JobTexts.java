package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobSkip;
import fr.tiers.kernel.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The codes of runs in words. */
@ApplicationScoped
public class JobTexts {

    private final Texts texts;

    protected JobTexts() {
        this(null);
    }

    @Inject
    public JobTexts(Texts texts) {
        this.texts = texts;
    }

    /** @return null when nothing is wrong */
    public String failure(JobExecution run, Locale locale) {
        return run.failure() == null ? null : text("job.failure." + run.failure(), locale);
    }

    public String reason(JobSkip skip, Locale locale) {
        return text("job.skip." + skip.reason(), locale);
    }

    public String name(String job, Locale locale) {
        return text("job.name." + job, locale);
    }

    public String description(String job, Locale locale) {
        return text("job.description." + job, locale);
    }

    String text(String key, Locale locale) {
        return texts.text(key, List.of(), locale);
    }
}
