package fr.tiers.quality;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QualitySqlTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = new TestClock();
    private final QualityStore store = new QualityStore(database.db(), clock);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        sql("insert into app_user (id, login, display_name) values (7, 'sales', 'Sam Sales')");
    }

    @Test
    void anEmptyRecordEarnsNothingOfTen() {
        TestTiers.tier(database, 10, 1L);
        assertThat(quality().ofTier(10)).returns(0, QualityView::score).returns(10, QualityView::max);
        assertThat(quality().ofTier(10).points()).hasSize(10).allSatisfy(point -> assertThat(point.missing())
                .isNotNull());
    }

    @Test
    void aRecordWithEverythingEarnsTen() {
        TestTiers.tier(database, 10, 1L);
        fill(10);
        contact(10, "a@x.fr", null);
        contact(10, "b@x.fr", "SALES");
        contact(10, "c@x.fr", "MANAGEMENT");
        sql("insert into tier_collaborator (tier_id, user_id, visits_per_year) values (10, 7, 4)");
        visit(10, Duration.ofDays(30));
        assertThat(quality().ofTier(10).score()).isEqualTo(10);
    }

    @Test
    void theThirdContactCountsOnlyWithTheManagementAmongThoseWithAnEmail() {
        TestTiers.tier(database, 10, 1L);
        contact(10, "a@x.fr", null);
        contact(10, "b@x.fr", null);
        contact(10, null, "MANAGEMENT");
        assertThat(quality().ofTier(10).score()).isEqualTo(2);
        contact(10, "d@x.fr", null);
        assertThat(quality().ofTier(10).score())
                .as("three, none of the management")
                .isEqualTo(2);
        contact(10, "e@x.fr", "MANAGEMENT");
        assertThat(quality().ofTier(10).score()).isEqualTo(3);
    }

    @Test
    void aVisitStopsCountingAfterTwelveMonthsWithoutAnybodyTouchingTheTier() {
        TestTiers.tier(database, 10, 1L);
        visit(10, Duration.ofDays(364));
        store.recompute(List.of(10L));
        assertThat(stored(10)).isEqualTo(1);

        clock.advance(Duration.ofDays(2));

        assertThat(store.recompute(List.of(10L))).as("the nightly run").isEqualTo(1);
        assertThat(stored(10)).isZero();
        assertThat(store.recompute(List.of(10L))).as("again").isZero();
        assertThat(quality().history(10)).extracting(QualityDay::score).containsExactly(1, 0);
    }

    @Test
    void aVisitThatIsPlannedEarnsNothing() {
        TestTiers.tier(database, 10, 1L);
        visit(10, Duration.ofDays(-1));
        assertThat(quality().ofTier(10).score()).isZero();
    }

    @Test
    void whatIsStoredIsTheSumOfThePointsShownForRandomTiers() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var ids = LongStream.rangeClosed(100, 160).boxed().toList();
        for (long id : ids) {
            TestTiers.tier(database, id, 1L);
            sql(
                    "insert into tier_function (tier_id, type_code) values (?, ?)",
                    id,
                    random.nextBoolean() ? "CUSTOMER" : "PROSPECT");
            if (random.nextInt(3) > 0) {
                fill(id);
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                contact(id, random.nextBoolean() ? i + "@x.fr" : null, random.nextInt(3) == 0 ? "MANAGEMENT" : null);
            }
            if (random.nextBoolean()) {
                visit(id, Duration.ofDays(random.nextInt(800) - 100));
            }
        }
        sql(
                "insert into quality_criterion (code, type_code, weight) values ('SIRET', 'CUSTOMER', 4), ('APE', 'PROSPECT', 3)");
        sql("update quality_criterion set weight = 2 where code = 'RECENT_VISIT'");

        store.recompute(ids);

        for (long id : ids) {
            var view = quality().ofTier(id);
            assertThat(view.points().stream().mapToInt(QualityPoint::earned).sum())
                    .as("tier %d, seed %d", id, seed)
                    .isEqualTo(view.score())
                    .isEqualTo(stored(id));
            assertThat(view.points())
                    .allMatch(point -> (point.missing() == null) == (point.earned() == point.weight()));
        }
    }

    @Test
    void severalChangesOnOneDayLeaveOneLine() {
        TestTiers.tier(database, 10, 1L);
        store.recompute(List.of(10L));
        fill(10);
        store.recompute(List.of(10L));
        assertThat(quality().history(10)).extracting(QualityDay::score).containsExactly(5);
    }

    @Test
    void theForecastCountsTheLiveBaseBeforeAndAfter() {
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        fill(10);
        var forecast = criteria().forecast(List.of(new CriterionRow("SIRET", null, 5, true)));
        assertThat(forecast.tiers()).isEqualTo(2);
        assertThat(forecast.sampled()).isFalse();
        assertThat(forecast.buckets().get(5)).isEqualTo(new QualityForecast.Bucket(5, 1, 0));
        assertThat(forecast.buckets().get(10)).isEqualTo(new QualityForecast.Bucket(10, 0, 1));
        assertThat(forecast.buckets().get(0)).isEqualTo(new QualityForecast.Bucket(0, 1, 1));
        assertThat(forecast.meanAfter()).isEqualTo(5.0);
    }

    @Test
    void criteriaThatMakeNoSenseAreRefused() {
        for (var row : List.of(
                new CriterionRow("PARTY", null, 1, true),
                new CriterionRow("APE", "NOBODY", 1, true),
                new CriterionRow("APE", null, 0, true),
                new CriterionRow("APE", null, 101, true))) {
            assertThatThrownBy(() -> criteria().forecast(List.of(row))).isInstanceOf(BusinessException.class);
        }
    }

    @Test
    void aFrequencyIsForOwnerAndCollaboratorsAndEarnsThePoint() {
        TestTiers.tier(database, 10, 1L);
        assertThatThrownBy(() -> quality().plan(10, "sales", 6)).isInstanceOf(BusinessException.class);
        sql("update tier set owner_id = 7 where id = 10");
        assertThat(quality().plan(10, "sales", 6)).singleElement().returns(6, VisitFrequency::visitsPerYear);
        assertThat(stored(10)).isEqualTo(1);
        quality().plan(10, "sales", null);
        assertThat(stored(10)).isZero();
    }

    private int stored(long id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select quality from tier where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    private void fill(long id) {
        sql(
                """
                update tier set ape_code = '10.71C', siren = '732829320', siret = '73282932000074', website = 'https://x.fr',
                       headcount = 4, turnover = 1000 where id = ?
                """,
                id);
    }

    private void contact(long tier, String email, String family) {
        database.jdbi().useHandle(handle -> {
            long contact = handle.createQuery(
                            "insert into contact (last_name, created_at) values ('X', now()) returning id")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "insert into contact_link (contact_id, tier_id, email, job_family) values (?, ?, ?, ?)",
                    contact,
                    tier,
                    email,
                    family);
        });
    }

    private void visit(long tier, Duration ago) {
        sql(
                """
                insert into event (tier_id, type, subject, starts_at, author, created_at)
                values (?, 'MEETING', 'Visite', ?, 'x', now())
                """,
                tier,
                java.sql.Timestamp.from(clock.instant().minus(ago)));
    }

    private void sql(String statement, Object... arguments) {
        database.jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }

    private QualityCriteria criteria() {
        var criteria = new QualityCriteria();
        criteria.db = database.db();
        criteria.clock = clock;
        return criteria;
    }

    private Quality quality() {
        Callers callers = TestCallers.of(TestCallers.sales(1L));
        var quality = new Quality();
        quality.db = database.db();
        quality.clock = clock;
        quality.access = new TierAccess(database.db(), callers);
        quality.history = new History(database.db(), clock);
        quality.authors = new Authors(callers, new Source());
        quality.touched = new TestEvent<TierTouched>(store::touched);
        return quality;
    }
}
