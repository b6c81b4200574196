package fr.tiers.job.batch;

import fr.tiers.job.JobOffer;
import fr.tiers.kernel.BusinessException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import static java.util.stream.Collectors.toMap;

/**
 * Starts jobs by the clock: {@code tiers.job.<job>.schedule}. Every node has the timer and each tries; the ledger lets one run through at
 * a time.
 */
@Startup
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Schedules {

    private static final Logger LOG = Logger.getLogger(Schedules.class);

    private static final Map<String, String> USUAL =
            Map.of("key-figures", "02:30", "quality", "01:30", "duplicates", "04:15");

    @Resource
    private TimerService timers;

    @Inject
    private Config config;

    @Inject
    private LedgerGateway ledger;

    @PostConstruct
    void schedule() {
        USUAL.keySet().forEach(job -> Timetable.parse(setting(job))
                .ifPresent(time -> timers.createCalendarTimer(time, new TimerConfig(job, false))));
    }

    /** Every job, with the time it starts by itself. */
    @Lock(LockType.READ)
    public List<JobOffer> jobs() {
        var starts = timers.getTimers().stream().collect(toMap(Timer::getInfo, Timer::getNextTimeout));
        return USUAL.keySet().stream()
                .sorted()
                .map(job -> {
                    var next = starts.get(job);
                    return new JobOffer(
                            job, next == null ? null : setting(job), next == null ? null : next.toInstant());
                })
                .toList();
    }

    private String setting(String job) {
        var setting = config.getConfigValue("tiers.job." + job + ".schedule");
        // Set to nothing is "off", not set at all is the default: getOptionalValue cannot tell them apart.
        var text = setting.getSourceName() == null ? USUAL.get(job) : setting.getRawValue();
        return text == null ? "" : text.strip();
    }

    @Timeout
    void start(Timer timer) {
        var job = (String) timer.getInfo();
        try {
            ledger.start(job, Map.of("trigger", "schedule"));
        } catch (BusinessException e) {
            LOG.infof("Scheduled start of %s: %s", job, e.getMessage());
        }
    }
}
