package fr.tiers.crash;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An import whose server is killed half-way ends with the same rows as one that was left alone. */
class ImportCrashIT {

    private static final Duration LONG = Duration.ofSeconds(300);
    private static final int ROWS = 6_000;

    private static Installation site;

    @BeforeAll
    static void start() throws Exception {
        site = Installation.prepare("imports").with("tiers.job.lease", "PT5S");
        site.start();
        site.createUser();
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void a_killed_import_goes_on_and_writes_every_row_once() throws Exception {
        var file = new StringBuilder("Raison sociale;Type;Ville\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("Rive ").append(i).append(i % 3 == 0 ? ";Client;Brest\n" : ";Prospect;Brest\n");
        }
        var it = "/imports/"
                + site.rest()
                        .upload("/imports", "rives.csv", file.toString())
                        .expect(201)
                        .id();
        begin(it, "/simulation");
        until(it, "SIMULATED");

        begin(it, "/execution");
        Until.holds("some are written", LONG, () -> number("select count(*) from tier") > 0);
        site.kill();
        long before = number("select count(*) from tier");
        site.start();
        until(it, "DONE");

        assertThat(before).as("killed in the middle").isLessThan(ROWS);
        assertThat(site.rest().get(it).body().at("/counts").toString())
                .isEqualTo("{\"CREATED\":%1$d,\"WRITTEN\":%1$d}".formatted(ROWS));
        assertThat(number("select count(distinct name) from tier where name like 'Rive %'"))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from tier")).isEqualTo(ROWS);
        assertThat(number("select last_value from numbering_counter where rule_code = 'TIER'"))
                .as("no code is lost")
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from history_entry where entity = 'tier' and action = 'CREATE'"))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from tier_function_block where accounting_account is not null"))
                .isEqualTo(ROWS / 3);
        assertThat(number("select count(*) from quality_score")).isEqualTo(ROWS);
        assertThat(number("select count(*) from exchange_row r join tier t on t.id = r.tier_id where r.state = 'DONE'"
                        + " and r.cells[1] = t.name and r.tier_version = t.version"))
                .isEqualTo(ROWS);
    }

    private static void begin(String it, String what) throws Exception {
        var program = site.rest();
        program.postAt(it + what, program.get(it).text("version")).expect(202);
    }

    private static void until(String it, String status) throws Exception {
        var program = site.rest();
        Until.holds(
                "the import is " + status,
                LONG,
                () -> status.equals(program.get(it).text("status")));
    }

    private static long number(String query) throws Exception {
        return site.sql().number(query);
    }
}
