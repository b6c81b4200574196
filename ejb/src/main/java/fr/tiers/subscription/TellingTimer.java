package fr.tiers.subscription;

import fr.tiers.access.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks every two seconds whether something is to be told, on every node; the timer is not persistent, a restart starts afresh. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class TellingTimer {

    private static final Duration TIDYING = Duration.ofHours(6);
    private static final String TIDY = "tidy";

    @Inject
    private Telling telling;

    @Inject
    private TellingWorker worker;

    @Inject
    private OldNotifications old;

    @Inject
    @ConfigProperty(name = "tiers.notification.poll", defaultValue = "PT2S")
    private Duration poll;

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(poll.toMillis(), poll.toMillis(), new TimerConfig("tell", false));
        timers.createIntervalTimer(TIDYING.toMillis(), TIDYING.toMillis(), new TimerConfig(TIDY, false));
    }

    @Timeout
    void tick(Timer timer) {
        if (TIDY.equals(timer.getInfo())) {
            while (old.forgetSome()) {
                // as much as there is, some at a time
            }
        } else if (!telling.isBusy()) {
            worker.tell();
        }
    }

    @PreDestroy
    void stop() {
        telling.stop();
    }
}
