package fr.tiers.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the database to this version before anything reads it. Runs outside JTA on the non-transactional datasource; Flyway's own
 * lock makes two nodes that start together wait for each other. Every other start-up bean says {@code @DependsOn("SchemaMigration")}.
 */
@Startup
@Singleton
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);

    @Resource(lookup = "java:jboss/datasources/TiersNonJtaDS")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        var result = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                // the server's batch repository may have made its own tables here before us
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load()
                .migrate();
        LOG.infof(
                "Database schema at version %s, %d migrations applied",
                result.targetSchemaVersion, result.migrationsExecuted);
    }
}
