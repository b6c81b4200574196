package fr.tiers.calendar;

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

/** Looks every few seconds whether somebody is to be reminded or told of a meeting; every node does. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class ReminderTimer {

    private static final Logger LOG = Logger.getLogger(ReminderTimer.class);
    private static final Duration TIDYING = Duration.ofHours(6);
    private static final String TIDY = "tidy invitations";

    @Inject
    private ReminderSender sender;

    @Inject
    private InvitationTeller teller;

    @Inject
    private InvitationTidying tidying;

    @Inject
    @ConfigProperty(name = "tiers.reminder.poll", defaultValue = "PT5S")
    private Duration poll;

    @Resource
    private TimerService timers;

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(poll.toMillis(), poll.toMillis(), new TimerConfig("reminders", false));
        timers.createIntervalTimer(TIDYING.toMillis(), TIDYING.toMillis(), new TimerConfig(TIDY, false));
    }

    @Timeout
    void tick(Timer timer) {
        if (TIDY.equals(timer.getInfo())) {
            tidying.forgetGone();
        } else if (busy.compareAndSet(false, true)) {
            try {
                work("a reminder", sender::sendNext, sender::putAside);
                work("an invitation", teller::tellNext, teller::putAside);
            } finally {
                busy.set(false);
            }
        }
    }

    private void work(String what, BooleanSupplier next, Runnable putAside) {
        try {
            boolean more = true;
            while (more && !stopped) {
                more = next.getAsBoolean();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be sent, will be tried again", what);
            putAside.run();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
