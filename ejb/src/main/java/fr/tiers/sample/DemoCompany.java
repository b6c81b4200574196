package fr.tiers.sample;

import fr.tiers.kernel.Db;
import fr.tiers.quality.QualityDemo;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Puts the demonstration company into an empty database when the application is tried out locally ({@code tiers.local=true}); anywhere
 * else, and as soon as there is one user, it does nothing. All in one transaction: a first start that is interrupted leaves nothing.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("SchemaMigration")
public class DemoCompany {

    private static final Logger LOG = Logger.getLogger(DemoCompany.class);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "tiers.local", defaultValue = "false")
    boolean local;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void fill() {
        if (!local) {
            return;
        }
        db.run(handle -> {
            // two nodes that start together: the second waits here and then finds users
            handle.execute("select pg_advisory_xact_lock(hashtext('sample.demo-company'))");
            writeOnce(handle, clock);
        });
    }

    /** Within the transaction of the handle; only into an empty database. */
    static void writeOnce(Handle handle, Clock clock) {
        var inUse = handle.createQuery(
                        "select exists (select 1 from app_user) or exists (select 1 from tier) or exists (select 1 from company)")
                .mapTo(Boolean.class)
                .one();
        if (!inUse) {
            new DemoData(handle, LocalDate.now(clock)).write();
            QualityDemo.count(handle, clock);
            LOG.infof("Demonstration company %s written", DemoStructure.COMPANY_NAME);
        }
    }
}
