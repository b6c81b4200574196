package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.sql.DriverManager;
import java.time.Clock;
import org.flywaydb.core.Flyway;

/** {@code mvn -Psample -Dtiers=1000000}: fills a database with sample data at scale, from the command line. */
public final class SampleFill {

    private SampleFill() {}

    /** Arguments: JDBC URL, user and password of the database, tiers, events (0: three for each tier). */
    public static void main(String[] arguments) {
        var url = arguments[0];
        var user = arguments[1];
        var password = arguments[2];
        long tiers = number("tiers", arguments[3]);
        long events = number("events", arguments[4]);
        say("%,d tiers for %s".formatted(tiers, url));
        Flyway.configure(SampleFill.class.getClassLoader())
                .dataSource(url, user, password)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        new ScaleFill(
                        () -> DriverManager.getConnection(url, user, password),
                        Clock.system(ClockProducer.ZONE),
                        SampleFill::say)
                .to(tiers, events);
    }

    private static long number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("-D" + name + " must be a number, not " + text);
        }
        return Long.parseLong(text);
    }

    private static void say(String line) {
        System.out.println("Tiers: " + line);
    }
}
