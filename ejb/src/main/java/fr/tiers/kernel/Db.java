package fr.tiers.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * SQL that is written by hand: lists, searches, queues. Runs on the container's datasource, so it shares the connection and the
 * transaction of the calling service with JPA; callers that mix both flush the EntityManager first.
 */
@ApplicationScoped
public class Db {

    @Resource(lookup = "java:jboss/datasources/TiersDS")
    private DataSource dataSource;

    /** Null outside a container. */
    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

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

    /**
     * Does many things of one kind within the caller's transaction. What is set up by administrators ({@link #steady}) is read once in it,
     * what only goes along with a change ({@link #write}) is written at its end, all rows of a table together.
     */
    public <R> R inBlock(Supplier<R> work) {
        if (transaction == null || transaction.getTransactionKey() == null || block() != null) {
            return work.get();
        }
        var block = new Block();
        transaction.putResource(Block.class, block);
        try {
            var result = work.get();
            block.write(this);
            return result;
        } finally {
            transaction.putResource(Block.class, null);
        }
    }

    private Block block() {
        return transaction == null || transaction.getTransactionKey() == null
                ? null
                : (Block) transaction.getResource(Block.class);
    }

    /**
     * Reads what nobody changes in a transaction that asks for it: settings, definitions, names of users. Read anew each time, in a block
     * once.
     *
     * @param key what is read, with everything that the answer depends on
     */
    public <R> R steady(Object key, HandleCallback<R, RuntimeException> read) {
        var block = block();
        return block == null ? call(read) : block.known(key, () -> call(read));
    }

    /**
     * Writes a row that nothing in this transaction reads back; in a block at its end.
     *
     * @param bind binds and adds one row or several; what time it is, is asked before
     */
    public void write(String sql, Consumer<PreparedBatch> bind) {
        var block = block();
        if (block != null) {
            block.later(sql, bind);
            return;
        }
        run(handle -> {
            var batch = handle.prepareBatch(sql);
            bind.accept(batch);
            batch.execute();
        });
    }
}
