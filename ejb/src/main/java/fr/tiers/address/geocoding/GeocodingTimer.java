package fr.tiers.address.geocoding;

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
 * Wakes the worker every few seconds, for what was written past {@link GeocodingKick}, for retries and for what a dead node left. Not
 * persistent: every node has its own, and a restart starts afresh.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class GeocodingTimer {

    @Inject
    private GeocodingRun run;

    @Inject
    private GeocodingWorker worker;

    @Inject
    @ConfigProperty(name = "tiers.geocoding.poll", defaultValue = "PT10S")
    private Duration poll;

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(poll.toMillis(), poll.toMillis(), new TimerConfig("geocoding", false));
    }

    @Timeout
    void tick() {
        worker.work();
    }

    @PreDestroy
    void stop() {
        run.stop();
    }
}
