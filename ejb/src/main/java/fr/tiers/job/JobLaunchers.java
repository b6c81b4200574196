package fr.tiers.job;

import fr.tiers.kernel.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Every {@link JobLauncher} there is. */
@ApplicationScoped
public class JobLaunchers {

    private final Iterable<JobLauncher> all;

    protected JobLaunchers() {
        this(List.of());
    }

    @Inject
    public JobLaunchers(@Any Instance<JobLauncher> all) {
        this((Iterable<JobLauncher>) all);
    }

    JobLaunchers(Iterable<JobLauncher> all) {
        this.all = all;
    }

    /** @throws BusinessException NOT_FOUND for an unknown job */
    JobLauncher of(String job) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(launcher -> launcher.offers(job))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("job", job));
    }

    List<JobOffer> offers() {
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(launcher -> launcher.offers().stream())
                .toList();
    }
}
