package fr.tiers.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * SQL that is written by hand: lists, searches, queues. Runs on the container's datasource, so it shares the connection and the
 * transaction of the calling service with JPA; callers that mix both flush the EntityManager first.
 */
@ApplicationScoped
public class Db {

    @Resource(lookup = "java:jboss/datasources/TiersDS")
    private DataSource dataSource;

    private Jdbi jdbi;

    @PostConstruct
    void open() {
        jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    /** Runs a query or update and returns its result. */
    public <R> R call(HandleCallback<R, RuntimeException> work) {
        return jdbi.withHandle(work);
    }

    /** Runs statements without a result. */
    public void run(HandleConsumer<RuntimeException> work) {
        jdbi.useHandle(work);
    }
}
