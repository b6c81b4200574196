package fr.tiers.benchmark;

import fr.tiers.kernel.TestDatabase;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Repeats a call, and prints what it took in milliseconds. */
final class Bench {

    private static final int WARM_UP = 8;
    private static final int RUNS = Integer.getInteger("tiers.benchmark.runs", 40);
    private static final String LINE = "%-66s %7.1f %7.1f %7.1f %9.1f%s%n";

    private final TestDatabase database;
    private final PrintStream out;
    private final long limit = Long.getLong("tiers.benchmark.limit", 200);
    private int slow;

    Bench(TestDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    TestDatabase database() {
        return database;
    }

    void describe() {
        out.printf(
                "%s%n%d processors, load %.1f%n",
                text("select version()"), Runtime.getRuntime().availableProcessors(), Benchmark.load());
        out.println(
                text(
                        """
                        select string_agg(c.relname || ' ' || to_char(c.reltuples, 'FM999G999G990') || ' rows, '
                                          || pg_size_pretty(pg_total_relation_size(c.oid)), E'\\n' order by c.reltuples desc)
                        from pg_class c where c.oid = any(array['tier', 'contact', 'event', 'event_participant', 'history_entry']::regclass[])
                        """));
    }

    String text(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    void heading(String title) {
        out.printf("%n%-66s %7s %7s %7s %9s%n", title, "p50", "p95", "max", "rows");
    }

    /**
     * Often enough beforehand that the driver has prepared the statements and the planner has chosen between plans for the values and
     * plans for all, as on a connection of the pool.
     *
     * @param call gets the number of the run, returns how many rows came
     */
    void measure(String what, IntToLongFunction call) {
        for (int run = 0; run < WARM_UP; run++) {
            call.applyAsLong(run);
        }
        var took = new double[RUNS];
        long rows = 0;
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            rows += call.applyAsLong(WARM_UP + run);
            took[run] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(took);
        double p95 = took[(int) Math.ceil(RUNS * 0.95) - 1];
        boolean late = p95 > limit;
        slow += late ? 1 : 0;
        out.printf(
                LINE,
                what,
                took[RUNS / 2],
                p95,
                took[RUNS - 1],
                rows / (double) RUNS,
                late ? "  > " + limit + " ms" : "");
    }

    void end() {
        out.printf(
                "%nload %.1f; %s%n",
                Benchmark.load(), slow == 0 ? "all within " + limit + " ms" : slow + " above " + limit + " ms");
    }
}
