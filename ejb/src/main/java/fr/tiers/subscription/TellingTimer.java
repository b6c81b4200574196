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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks every two seconds whether something is to be told. Every node does; each batch is one transaction, so a node that dies leaves
 * nothing half told, and one that was restarted goes on where it was.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class TellingTimer {

    private static final Logger LOG = Logger.getLogger(TellingTimer.class);
    private static final Duration TIDYING = Duration.ofHours(6);
    private static final String TIDY = "tidy";

    @Inject
    private Teller teller;

    @Inject
    private Digests digests;

    @Inject
    private OldNotifications old;

    @Inject
    @ConfigProperty(name = "tiers.notification.poll", defaultValue = "PT2S")
    private Duration poll;

    @Resource
    private TimerService timers;

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(poll.toMillis(), poll.toMillis(), new TimerConfig("tell", false));
        timers.createIntervalTimer(TIDYING.toMillis(), TIDYING.toMillis(), new TimerConfig(TIDY, false));
    }

    @Timeout
    void tick(Timer timer) {
        if (TIDY.equals(timer.getInfo())) {
            run("old notifications", old::forgetSome);
        } else if (busy.compareAndSet(false, true)) {
            try {
                run("notifications", teller::tellSome);
                run("digests", digests::sendNext);
            } finally {
                busy.set(false);
            }
        }
    }

    /** What fails is rolled back and tried again with the next tick: the other task must not wait for it. */
    private void run(String what, BooleanSupplier some) {
        try {
            boolean more = true;
            while (more && !stopped) {
                more = some.getAsBoolean();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be told, will be tried again", what);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
