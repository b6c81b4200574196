package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import fr.tiers.quality.QualityDemo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Brings the demonstration company to a size: so many tiers and events in chunks that commit, by several connections. An interrupted one
 * goes on where it stopped; the same order once more changes nothing, a larger one adds what is missing.
 */
final class ScaleFill {

    /** From here on it takes less time to build the indexes anew than to keep them. */
    private static final long MANY_ROWS = 60_000;

    private static final int VACUUM_EVERY = 10;
    private static final String QUALITY = "QUALITY";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Consumer<String> progress;
    private final int workers;
    private final int chunk;
    private final long manyRows;

    ScaleFill(ConnectionFactory connections, Clock clock, Consumer<String> progress) {
        this(connections, clock, progress, Math.min(4, Runtime.getRuntime().availableProcessors()), 10_000, MANY_ROWS);
    }

    /**
     * @param chunk tiers in one transaction; of further events three times as many
     * @param manyRows from how many rows on indexes are set aside
     */
    ScaleFill(
            ConnectionFactory connections,
            Clock clock,
            Consumer<String> progress,
            int workers,
            int chunk,
            long manyRows) {
        this.jdbi = Jdbi.create(connections).installPlugin(new PostgresPlugin());
        this.clock = clock;
        this.progress = progress;
        this.workers = workers;
        this.chunk = chunk;
        this.manyRows = manyRows;
    }

    /**
     * @param tiers how many there shall be beside those of the demonstration company itself
     * @param events how many these shall have in all; three each at least
     */
    void to(long tiers, long events) {
        jdbi.useTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext('sample.demo-company'))");
            DemoCompany.writeOnce(handle, clock);
            requireDemo(handle);
            new ScaleLedger(handle).prepare();
            ScaleStructure.write(handle);
        });
        jdbi.withHandle(handle -> new ScaleLedger(handle).unfinished()).ifPresent(run -> {
            progress.accept("going on where it was interrupted");
            finish(run);
        });
        var runs = jdbi.withHandle(handle -> new ScaleLedger(handle).runs());
        long known = runs.stream().mapToLong(ScaleRun::tiers).sum();
        long missing = Math.max(0, tiers - known);
        long happened = runs.stream()
                .mapToLong(run -> run.tiers() * ScaleRun.EVENTS + run.events())
                .sum();
        long further = Math.max(0, events - happened - missing * ScaleRun.EVENTS);
        if (missing + further == 0) {
            progress.accept("%,d tiers and %,d events are there already".formatted(known, happened));
            return;
        }
        finish(jdbi.inTransaction(
                handle -> new ScaleLedger(handle).begin(LocalDate.now(clock), known, missing, further)));
    }

    private static void requireDemo(Handle handle) {
        boolean demo = handle.createQuery("select exists (select 1 from company where code = :code)")
                .bind("code", DemoStructure.COMPANY_CODE)
                .mapTo(Boolean.class)
                .one();
        if (!demo) {
            throw new IllegalStateException(
                    "This database has other data than the demonstration company: sample data are not mixed with it.");
        }
    }

    private void finish(ScaleRun run) {
        long begin = System.nanoTime();
        if (run.tiers() + run.events() >= manyRows) {
            jdbi.useTransaction(ScaleIndexes::setAside);
        }
        write(run);
        buildIndexes();
        progress.accept("counting for the planner ...");
        inParallel(ScaleIndexes.TABLES, table -> jdbi.useHandle(handle -> handle.execute("vacuum (analyze) " + table)));
        jdbi.useTransaction(handle -> new ScaleLedger(handle).finish(run));
        progress.accept("done in %.0f s".formatted((System.nanoTime() - begin) / 1e9));
    }

    private record Part(String kind, long number, long from, long to) {}

    private void write(ScaleRun run) {
        var structure = jdbi.withHandle(ScaleStructure::read);
        var source = new ScaleTiers(structure);
        var tags = jdbi.withHandle(handle -> handle.createQuery(
                        "select s.tag_id from tag_scope s join tag t on t.id = s.tag_id where s.object = 'TIER' and t.label <> 'Salons' order by t.id")
                .mapTo(Long.class)
                .list());
        var runs = jdbi.withHandle(handle -> new ScaleLedger(handle).runs());
        work(run, parts(run, ScaleTierChunk.KIND, 0, run.tiers(), chunk), "tiers", (handle, part) -> new ScaleTierChunk(
                        run, source, structure, tags)
                .write(handle, part.from(), part.to()));
        work(
                run,
                parts(run, ScaleEventChunk.KIND, 0, run.events(), 3 * chunk),
                "further events",
                (handle, part) -> new ScaleEventChunk(run, runs, structure).write(handle, part.from(), part.to()));
        // when all that counts is there; further events may be with the tiers of earlier runs
        long first = run.events() > 0 ? 0 : run.firstTier();
        var noon =
                Clock.fixed(run.day().atTime(12, 0).atZone(ClockProducer.ZONE).toInstant(), ClockProducer.ZONE);
        work(
                run,
                parts(run, QUALITY, first, run.firstTier() + run.tiers(), chunk),
                "scores",
                (handle, part) -> QualityDemo.count(
                        handle,
                        noon,
                        LongStream.range(part.from(), part.to())
                                .mapToObj(index -> ScaleRun.tierId(runs, index))
                                .toList()));
    }

    private List<Part> parts(ScaleRun run, String kind, long first, long end, int size) {
        var done = jdbi.withHandle(handle -> new ScaleLedger(handle).done(run, kind));
        return LongStream.range(0, (end - first + size - 1) / size)
                .filter(number -> !done.contains(number))
                .mapToObj(number ->
                        new Part(kind, number, first + number * size, Math.min(end, first + (number + 1) * size)))
                .toList();
    }

    private interface Work {
        void write(Handle handle, Part part);
    }

    private void work(ScaleRun run, List<Part> parts, String what, Work work) {
        long begin = System.nanoTime();
        long whole = parts.stream().mapToLong(part -> part.to() - part.from()).sum();
        var written = new AtomicLong();
        inParallel(parts, part -> {
            jdbi.useTransaction(handle -> {
                // what a crash of the machine loses is lost with its note
                handle.execute("set local synchronous_commit = off");
                work.write(handle, part);
                new ScaleLedger(handle).note(run, part.kind(), part.number());
            });
            if (part.kind().equals(QUALITY) && part.number() % VACUUM_EVERY == VACUUM_EVERY - 1) {
                // counting the quality leaves a dead copy of each tier: the next ones take its place
                jdbi.useHandle(handle -> handle.execute("vacuum tier"));
            }
            long rows = written.addAndGet(part.to() - part.from());
            double seconds = (System.nanoTime() - begin) / 1e9;
            progress.accept("%,d of %,d %s, %,.0f a second, about %.0f s to go"
                    .formatted(rows, whole, what, rows / seconds, (whole - rows) * seconds / rows));
        });
    }

    private void buildIndexes() {
        var aside = jdbi.withHandle(ScaleIndexes::aside);
        inParallel(aside, index -> {
            jdbi.useTransaction(handle -> ScaleIndexes.build(handle, index));
            progress.accept("index " + index.name());
        });
    }

    /** The first failure stops the others after what they are at. */
    private <T> void inParallel(List<T> items, Consumer<T> work) {
        var queue = new ConcurrentLinkedQueue<>(items);
        var pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(() -> {
                    try {
                        for (T item = queue.poll(); item != null; item = queue.poll()) {
                            work.accept(item);
                        }
                    } finally {
                        queue.clear();
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            pool.shutdown();
        }
    }
}
