package fr.tiers.benchmark;

import fr.tiers.kernel.TestDatabase;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code mvn -Pbenchmark -Dwhat=events} (or {@code web}): measures the product's services on the database that {@code mvn -Psample} has filled. A new
 * suite is a class of this package and a line in {@link #SUITES}. See docs/performance.md.
 */
public final class Benchmark {

    private static final Map<String, Consumer<Bench>> SUITES = Map.of(
            "events",
            EventBenchmark::run,
            "web",
            WebBenchmark::run,
            "import",
            bench -> ImportBenchmark.run(System.out));

    private Benchmark() {}

    /** Arguments: JDBC URL, user, password, the suite. */
    public static void main(String[] arguments) throws Exception {
        var suite = SUITES.get(arguments[3]);
        if (suite == null) {
            throw new IllegalStateException("-Dwhat=" + arguments[3] + " is unknown; there is " + SUITES.keySet());
        }
        try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            var bench = new Bench(TestDatabase.over(connection), System.out);
            bench.describe();
            suite.accept(bench);
            bench.end();
        }
    }

    /** How many processes wanted a processor over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
