package fr.tiers.benchmark;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Several clients at once, each asking again as soon as it is answered. Processor time beside the times: on a machine that others use as
 * well it is what can be compared. That of the server needs {@code -Dtiers.benchmark.pid}; both need the same machine.
 */
final class Load {

    private static final int WARM_UP = 5;
    private static final int RUNS = Integer.getInteger("tiers.benchmark.requests", 25);
    private static final int ALONE = 15;
    private static final String HEAD = "%-38s %8s %8s %7s | %8s %8s %8s | %9s %9s %6s %6s%n";
    private static final String LINE = "%-38s %8.1f %8.1f %7s | %8.1f %8.1f %8.1f | %9.1f %9.1f %6.1f %6.1f%n";

    private final Bench bench;
    private final List<WebClient> clients;
    private final PrintStream out;

    Load(Bench bench, List<WebClient> clients, PrintStream out) {
        this.bench = bench;
        this.clients = clients;
        this.out = out;
    }

    static void heading(PrintStream out) {
        out.printf(
                HEAD, "ms", "SQL p50", "one p50", "ratio", "p50", "p95", "req/s", "CPU java", "CPU sql", "KB", "load");
    }

    void measure(String what, WebBenchmark.Asking asking, IntSupplier sql) {
        double direct = sql == null ? Double.NaN : alone(run -> sql.getAsInt());
        double one = alone(run -> asking.ask(clients.get(0), run));
        var number = new AtomicInteger(100);
        var size = new AtomicLong();
        together(WARM_UP, number, asking, size);
        size.set(0);
        double java = javaSeconds();
        double database = databaseSeconds();
        long begin = System.nanoTime();
        double[] took = together(RUNS, number, asking, size);
        double seconds = (System.nanoTime() - begin) / 1e9;
        int all = took.length;
        out.printf(
                LINE,
                what,
                direct,
                one,
                sql == null ? "" : "%.1f".formatted(one / direct),
                took[all / 2],
                took[(int) Math.ceil(all * 0.95) - 1],
                all / seconds,
                (javaSeconds() - java) * 1000 / all,
                (databaseSeconds() - database) * 1000 / all,
                size.get() / 1024.0 / all,
                Benchmark.load());
        out.flush();
    }

    private interface Call {
        Object run(int number);
    }

    private static double alone(Call call) {
        for (int run = 0; run < WARM_UP; run++) {
            call.run(run);
        }
        var took = new double[ALONE];
        for (int run = 0; run < ALONE; run++) {
            long begin = System.nanoTime();
            call.run(WARM_UP + run);
            took[run] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(took);
        return took[ALONE / 2];
    }

    /** @return milliseconds, sorted; as many as there are clients times runs */
    private double[] together(int runs, AtomicInteger number, WebBenchmark.Asking asking, AtomicLong size) {
        var threads = Executors.newFixedThreadPool(clients.size());
        try {
            var times = clients.stream()
                    .map(client ->
                            CompletableFuture.supplyAsync(() -> times(client, runs, number, asking, size), threads))
                    .toList();
            return times.stream()
                    .flatMapToDouble(each -> Arrays.stream(each.join()))
                    .sorted()
                    .toArray();
        } finally {
            threads.shutdown();
        }
    }

    private static double[] times(
            WebClient client, int runs, AtomicInteger number, WebBenchmark.Asking asking, AtomicLong size) {
        var took = new double[runs];
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = asking.ask(client, number.incrementAndGet());
            took[run] = (System.nanoTime() - begin) / 1e6;
            size.addAndGet(answer.body().length);
        }
        return took;
    }

    private static double javaSeconds() {
        return ProcessHandle.of(Long.getLong("tiers.benchmark.pid", -1))
                .map(Load::seconds)
                .orElse(Double.NaN);
    }

    /** Of all backends that are there: those of the server's pool stay. */
    private double databaseSeconds() {
        long backend = Long.parseLong(bench.text("select pg_backend_pid()"));
        return ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .map(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .mapToDouble(Load::seconds)
                        .sum())
                .orElse(Double.NaN);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(cpu -> cpu.toNanos() / 1e9).orElse(0.0);
    }
}
