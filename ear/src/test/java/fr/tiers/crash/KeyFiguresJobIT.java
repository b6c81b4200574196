package fr.tiers.crash;

import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Provider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The job that asks about every company: it ends where an undisturbed run ends, whatever disturbs it. */
class KeyFiguresJobIT {

    private static final Provider INFOGREFFE = Provider.INFOGREFFE;

    private static Enrichment calm;
    private static Enrichment.Run first;
    private static String figures;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        calm = Enrichment.start("key-figures");
        // Refuses what goes beyond the quota, so that one request too many shows.
        calm.registry().limit(INFOGREFFE, Limits.perSecond(Enrichment.PER_SECOND));
        first = calm.awaitEnd(calm.launch());
        figures = calm.digest();
    }

    @AfterAll
    static void stop() {
        if (calm != null) {
            calm.close();
        }
    }

    @BeforeEach
    void nothingArmed() {
        calm.registry().faults().clear();
    }

    private static void assertComplete(Enrichment where, Enrichment.Run run) throws Exception {
        assertThat(run.status()).as("%s", run).isEqualTo("COMPLETED");
        assertThat(run.read()).as("%s", run).isEqualTo(run.total());
        assertThat(run.written() + run.skipped()).as("%s", run).isEqualTo(run.total());
        assertThat(where.digest()).as("figures, checks and headlines").isEqualTo(figures);
        assertThat(where.site().sql().number("select count(*) from job_skip where run_id = ?", run.id()))
                .isEqualTo(run.skipped());
    }

    @Test
    void an_undisturbed_run_asks_about_every_company_once_within_the_quota_and_keeps_typed_figures() throws Exception {
        assertThat(first.total()).isEqualTo(Enrichment.TIERS);
        assertComplete(calm, first);
        assertThat(first.written()).isGreaterThan(Enrichment.TIERS / 2);
        assertThat(first.skipped()).isGreaterThanOrEqualTo(Enrichment.TIERS / 50);
        assertThat(calm.site()
                        .sql()
                        .list(
                                "select turnover || ' ' || source from key_figure where tier_id = ? and year = 2023",
                                Enrichment.TYPED))
                .containsExactly("4711.00 MANUAL");
    }
}
