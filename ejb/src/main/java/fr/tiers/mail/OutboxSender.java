package fr.tiers.mail;

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
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wakes the delivery every few seconds, for retries and for what a dead node left; new mails do not wait for it, see {@link OutboxKick}.
 * The timer is not persistent: every node has its own, and a restart starts afresh. It never sends by itself, so a slow mail server
 * cannot hold it up while it renews leases.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class OutboxSender {

    @Inject
    private OutboxDelivery delivery;

    @Inject
    private OutboxWorker worker;

    @Inject
    @ConfigProperty(name = "tiers.outbox.poll", defaultValue = "PT5S")
    private Duration poll;

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(poll.toMillis(), poll.toMillis(), new TimerConfig("outbox", false));
    }

    @Timeout
    void tick() {
        delivery.renewLeases();
        worker.deliver();
    }

    @PreDestroy
    void stop() {
        delivery.stop();
    }
}
