package fr.tiers.keyfigures;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.job.IdRange;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyFigureSqlTest {

    private static final String SIREN = "552032534";

    private static Db db;

    private final MovableClock clock = new MovableClock("2026-11-22T10:00:00Z");
    private final History history = new History(db, clock);
    private final Authors authors = new Authors(new System(), null);
    private final KeyFigureTable table = new KeyFigureTable(db);
    private final FigureStore store = new FigureStore(
            table, new FigureHistory(history, authors), new TierHeadline(db, history, authors, clock), clock);
    private final DueTiers due = new DueTiers(db);

    /** The system, without a container to ask. */
    private static final class System extends Callers {
        @Override
        public Caller current() {
            return Caller.SYSTEM;
        }
    }

    @BeforeAll
    static void open() {
        db = TestDatabase.fresh().db();
    }

    @BeforeEach
    void tiers() {
        db.run(handle -> {
            handle.execute("delete from key_figure");
            handle.execute("delete from history_entry");
            handle.execute("delete from tier");
        });
        for (var id = 1; id <= 10; id++) {
            tier(id, SIREN);
        }
    }

    @Test
    void storingTwiceWritesOnce() {
        var first = store.store(1, figures("2841530", 18));
        clock.pass(Duration.ofDays(1));
        var lines = history.ofTier(1, Long.MAX_VALUE, 100);

        var second = store.store(1, figures("2841530", 18));

        assertThat(first).isEqualTo(new StoreResult(1, 0));
        assertThat(second).isEqualTo(new StoreResult(0, 1));
        assertThat(history.ofTier(1, Long.MAX_VALUE, 100)).isEqualTo(lines);
        assertThat(table.ofTier(1)).singleElement().satisfies(figure -> assertThat(figure.fetchedAt())
                .isEqualTo(clock.instant().minus(Duration.ofDays(1))));
    }

    @Test
    void theTierShowsTheNewestFigureAndTheLogSaysWho() {
        store.store(1, figures("2841530", 18));

        var shown = db.call(handle -> handle.createQuery(
                        "select headcount, turnover, turnover_year, version from tier where id = 1")
                .mapToMap()
                .one());
        assertThat(shown).containsEntry("headcount", 18).containsEntry("turnover_year", 2024);
        assertThat(shown.get("version")).isEqualTo(1L);
        assertThat(history.ofTier(1, Long.MAX_VALUE, 100))
                .filteredOn(HistoryRow::entity, "tier")
                .extracting(HistoryRow::field, HistoryRow::newValue, HistoryRow::source)
                .contains(org.assertj.core.groups.Tuple.tuple("turnover", "2841530.00", "JOB"));
    }

    @Test
    void aTypedYearIsLeftAlone() {
        var typed = new KeyFigure(
                2024,
                LocalDate.of(2024, 9, 30),
                12,
                new BigDecimal("7"),
                null,
                null,
                false,
                FigureSource.MANUAL,
                clock.instant());
        table.write(1, typed);

        assertThat(store.store(1, figures("2841530", 18))).isEqualTo(new StoreResult(0, 1));
        assertThat(table.ofTier(1)).extracting(KeyFigure::source).containsExactly(FigureSource.MANUAL);
    }

    @Test
    void aTierThatIsGoneIsPassedOver() {
        assertThat(store.store(99, figures("1", 1))).isEqualTo(new StoreResult(0, 0));
        table.checked(99, clock.instant(), CheckOutcome.FOUND);
    }

    @Test
    void dueTiersAreSplitInRangesAndReadByPosition() {
        var now = clock.instant();
        table.checked(3, now, CheckOutcome.UNKNOWN);
        var cutOff = now.minus(Duration.ofDays(30));

        var ranges = due.ranges(cutOff, now, 4);

        assertThat(ranges).hasSize(4);
        assertThat(ranges.stream().mapToLong(IdRange::count).sum()).isEqualTo(9);
        assertThat(due.page(cutOff, now, 1, 10, 3)).extracting(DueTiers.Due::id).containsExactly(2L, 4L, 5L);
        assertThat(due.ranges(cutOff, now.minusSeconds(60), 4)).isEmpty();
    }

    @Test
    void aTierIsDueAgainAfterAWhileOrWithAnotherSiren() {
        var now = clock.instant();
        table.checked(1, now, CheckOutcome.FOUND);
        assertThat(due.page(now.minusSeconds(1), now, 0, 1, 5)).isEmpty();

        assertThat(due.page(now.plusSeconds(1), now, 0, 1, 5)).hasSize(1);
        db.run(handle -> handle.execute("update tier set siren = '487444697' where id = 1"));
        assertThat(due.page(now.minusSeconds(1), now, 0, 1, 5)).hasSize(1);
    }

    @Test
    void aMergeKeepsTheTypedFigureAndLosesNothing() {
        store.store(1, figures("100", 1));
        store.store(
                2,
                new PublicFigures(
                        List.of(new PublicFigure(2020, LocalDate.of(2020, 12, 31), 12, BigDecimal.TEN, null, null))));
        table.write(
                2,
                new KeyFigure(
                        2024,
                        LocalDate.of(2024, 12, 31),
                        12,
                        BigDecimal.ONE,
                        null,
                        null,
                        false,
                        FigureSource.MANUAL,
                        clock.instant()));

        new KeyFiguresAttachment(db).reattach(2, 1);

        assertThat(table.ofTier(2)).isEmpty();
        assertThat(table.ofTier(1))
                .extracting(KeyFigure::year, KeyFigure::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2024, FigureSource.MANUAL),
                        org.assertj.core.groups.Tuple.tuple(2020, FigureSource.INFOGREFFE));
    }

    private static PublicFigures figures(String turnover, Integer headcount) {
        return new PublicFigures(List.of(
                new PublicFigure(2024, LocalDate.of(2024, 12, 31), 12, new BigDecimal(turnover), null, headcount)));
    }

    private void tier(long id, String siren) {
        db.run(handle -> handle.execute(
                """
                insert into tier (id, code, kind, name, status, siren, created_at, created_by, updated_at, updated_by)
                values (?, ?, 'COMPANY', 'Acme', 'ACTIVE', ?, ?, 'test', ?, 'test')
                """,
                id,
                "T" + id,
                siren,
                clock.instant(),
                clock.instant()));
    }
}
