package fr.tiers.crash;

import fr.tiers.simulator.RegistrySimulator;
import fr.tiers.simulator.SimulatorOptions;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.data.FictitiousUnits;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An installation with some hundred companies, and a registry of its own to ask about their figures. */
final class Enrichment implements AutoCloseable {

    static final int TIERS = 250;
    static final int PER_SECOND = 60;
    static final int PARTITIONS = 4;
    static final int CHUNK = 10;
    static final Duration LONG = Duration.ofMinutes(3);

    /** A company whose figure of 2023 somebody typed. */
    static final long TYPED = 1_000_017;

    private final Installation site;
    private final RegistrySimulator registry;
    private Rest rest;

    private Enrichment(Installation site, RegistrySimulator registry) {
        this.site = site;
        this.registry = registry;
    }

    static Enrichment start(String name) throws Exception {
        var registry =
                RegistrySimulator.start(0, SimulatorOptions.usual().unlimited().withFictitiousUnits(TIERS));
        var site = Installation.prepare(name)
                .with("tiers.provider.infogreffe.url", registry.url(Provider.INFOGREFFE) + "/api/explore/v2.1")
                .with("tiers.provider.infogreffe.datasets", "chiffres-cles-2024,chiffres-cles-2023")
                .with("tiers.provider.infogreffe.quota", PER_SECOND + "/s")
                .with("tiers.job.lease", "PT10S")
                .with("tiers.job.retries", "1");
        var it = new Enrichment(site, registry);
        site.start();
        site.createUser();
        it.addCompanies();
        it.rest = site.rest();
        return it;
    }

    /** Mostly real-looking numbers; every fiftieth breaks the check digit. */
    private void addCompanies() throws SQLException {
        var sirens = IntStream.range(0, TIERS)
                .mapToObj(i -> i % 50 == 49 ? "123456789" : FictitiousUnits.siren(i))
                .collect(Collectors.joining(","));
        site.sql()
                .update(
                        """
                insert into tier (id, code, kind, name, status, siren, created_at, created_by, updated_at, updated_by)
                select 1000000 + n, 'KF' || n, 'COMPANY', 'Société ' || n, 'ACTIVE', siren, now() - interval '1 day', 'test', now(), 'test'
                from unnest(string_to_array(?, ',')) with ordinality as u (siren, n)
                """,
                        sirens);
        typeFigure();
    }

    private void typeFigure() throws SQLException {
        site.sql()
                .update(
                        """
                insert into key_figure (tier_id, year, closing_date, turnover, source, fetched_at)
                values (?, 2023, '2023-12-31', 4711.00, 'MANUAL', now())
                """,
                        TYPED);
    }

    /** As before the first run: no company was ever asked about. */
    void forget() throws SQLException {
        site.sql().update("delete from key_figure");
        site.sql().update("delete from key_figure_check");
        site.sql().update("update tier set headcount = null, turnover = null, turnover_year = null");
        typeFigure();
        registry.reset();
    }

    /** A run as REST tells it. */
    record Run(long id, String status, long read, long written, long skipped, long total, String failure, String text) {

        boolean isOver() {
            return !status.equals("STARTING") && !status.equals("RUNNING");
        }
    }

    Rest.Answer tryToLaunch() throws IOException, InterruptedException {
        return rest.post("/jobs/key-figures/executions", "");
    }

    long launch() throws IOException, InterruptedException {
        return tryToLaunch().expect(201).id();
    }

    Run run(long id) throws IOException, InterruptedException {
        var body = rest.get("/jobs/executions/" + id).expect(200).body();
        return new Run(
                id,
                body.path("status").asText(),
                body.path("read").asLong(),
                body.path("written").asLong(),
                body.path("skipped").asLong(),
                body.path("total").asLong(),
                body.path("failure").asText(),
                body.path("failureText").asText());
    }

    void stop(long id) throws IOException, InterruptedException {
        rest.post("/jobs/executions/" + id + "/stop", "").expect(200);
    }

    void restart(long id) throws IOException, InterruptedException {
        rest.post("/jobs/executions/" + id + "/restart", "").expect(200);
    }

    Run awaitEnd(long id) throws Exception {
        Until.holds("end of the run", LONG, () -> run(id).isOver());
        return run(id);
    }

    void awaitRead(long id, long items) throws Exception {
        Until.holds(items + " items read", LONG, () -> run(id).read() >= items);
    }

    /** Everything a run writes but the times of day, in one number. */
    String digest() throws SQLException {
        return site.sql()
                .text(
                        """
                select md5(string_agg(line, E'\\n' order by line)) from (
                    select concat_ws('|', 'figure', tier_id, year, closing_date, duration, turnover, result, headcount, confidential, source)
                        as line from key_figure
                    union all select concat_ws('|', 'check', tier_id, siren, outcome) from key_figure_check
                    union all select concat_ws('|', 'tier', id, headcount, turnover, turnover_year) from tier
                ) lines
                """);
    }

    /** How many change lines about figures there are: a figure written twice would leave two. */
    long changes() throws SQLException {
        return site.sql().number("select count(*) from history_entry where entity = 'keyfigures'");
    }

    Installation site() {
        return site;
    }

    RegistrySimulator registry() {
        return registry;
    }

    @Override
    public void close() {
        site.close();
        registry.close();
    }
}
