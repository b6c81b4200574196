package fr.tiers.exchange;

import fr.tiers.access.TestCallers;
import fr.tiers.exchange.ImportJob.Phase;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.exchange.file.FileFormat;
import fr.tiers.exchange.file.FileFormat.Kind;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys, rows and files of imports on a real database. */
class ImportSqlTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final KeyMatch match = new KeyMatch(database.db(), TestCallers.of(TestCallers.sales(1L)));
    private final RowTable rows = new RowTable(database.db(), clock);
    private final ImportTable imports = new ImportTable(database.db(), clock);
    private final ImportFiles files = new ImportFiles(database.db());
    private final Vocabulary words = new Vocabulary(database.db(), null, null);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        for (long id = 10; id < 14; id++) {
            TestTiers.tier(database, id, id == 13 ? 2L : 1L);
        }
        database.jdbi().useHandle(handle -> {
            handle.execute(
                    "update tier set siret = '73282932000074', siren = '732829320', email = 'A@x.fr' where id = 10");
            handle.execute("update tier set siren = '732829320' where id in (11, 13)");
            handle.execute(
                    "insert into tier_former_code (code, tier_id, kind, since) values ('OLD7', 12, 'FORMER', now())");
        });
    }

    private List<Long> found(Map<String, String> cells) {
        var keys = TargetFields.standard().stream()
                .filter(field -> cells.containsKey(field.name()))
                .toList();
        var columns = cells.keySet().stream()
                .map(field -> new ColumnMapping(field, field))
                .toList();
        var settings = new ImportSettings(null, columns, List.copyOf(cells.keySet()), null, null, null);
        return match.find(keys, List.of(new RowCells(settings, List.copyOf(cells.values()))), words)
                .get(0);
    }

    @Test
    void aKeyFindsTheTierInWhateverWayItIsWritten() {
        assertThat(found(Map.of("siret", "732 829 320 00074"))).containsExactly(10L);
        assertThat(found(Map.of("code", "c11"))).containsExactly(11L);
        assertThat(found(Map.of("formerCode", "old7"))).containsExactly(12L);
        assertThat(found(Map.of("email", "a@X.FR"))).containsExactly(10L);
        assertThat(found(Map.of("id", "12"))).containsExactly(12L);
        assertThat(found(Map.of("id", "'; drop table tier"))).isEmpty();
    }

    @Test
    void anEmptyKeyFindsNobodyAndAnAmbiguousOneIsSeen() {
        assertThat(found(Map.of("siret", ""))).isEmpty();
        assertThat(found(Map.of("siren", "732829320", "email", ""))).isEmpty();
        assertThat(found(Map.of("siren", "732829320"))).containsExactly(10L, 11L);
        assertThat(found(Map.of("siren", "732829320", "code", "C11"))).containsExactly(11L);
    }

    @Test
    void whatTheCallerDoesNotSeeIsNotFound() {
        assertThat(found(Map.of("code", "C13"))).isEmpty();
    }

    private long upload() {
        var look = new FileLook(new FileFormat(Kind.CSV, "UTF-8", ";", null), List.of("Nom"), List.of(List.of("A")), 3);
        var settings =
                new ImportSettings(look.format(), List.of(new ColumnMapping("Nom", "name")), null, null, null, null);
        return imports.insert("a.csv", 5, "x", look, settings, "somebody");
    }

    @Test
    void theFirstRowHasAClaimAndALaterOneFindsIt() {
        long it = upload();
        rows.insert(
                it,
                List.of(
                        new RowTable.NewRow(2, List.of("A"), List.of("key:a", "siret:1")),
                        new RowTable.NewRow(3, List.of("B"), List.of("key:b")),
                        new RowTable.NewRow(5, List.of("C"), List.of("key:a"))));

        assertThat(rows.owners(it, List.of("key:a", "key:b", "key:c"))).isEqualTo(Map.of("key:a", 2, "key:b", 3));
        assertThat(rows.numbers(Phase.SIMULATION, it, 2, 5, 10)).containsExactly(3, 5);
    }

    @Test
    void aPlanIsKeptCountedAndReadBackByKind() {
        long it = upload();
        rows.insert(
                it,
                List.of(
                        new RowTable.NewRow(2, List.of("A"), List.of()),
                        new RowTable.NewRow(3, List.of("B"), List.of()),
                        new RowTable.NewRow(4, List.of("C"), List.of())));
        var change = new Difference("phone", null, "01");
        var update = new RowPlan(Result.UPDATED, 10L, 0L, List.of(change), List.of());
        rows.planned(
                it,
                Map.of(
                        2,
                        update,
                        3,
                        RowPlan.error(RowProblem.of("import-row-twice", 2)),
                        4,
                        new RowPlan(Result.CREATED, null, null, List.of(), List.of())));

        assertThat(rows.counts(it)).isEqualTo(Map.of("UPDATED", 1L, "ERROR", 1L, "CREATED", 1L));
        assertThat(rows.rows(it, List.of(2)).get(0).plan()).isEqualTo(update);
        assertThat(rows.page(it, "NOT_WRITTEN", 0, 10).items())
                .extracting(RowText::number)
                .containsExactly(3);
        assertThat(rows.ranges(Phase.RUN, it, 2))
                .extracting(range -> range.count())
                .containsExactly(1L, 1L);

        rows.written(it, List.of(new RowWriter.Written(2, 10, new Undo(List.of("VIP"), null))));
        rows.notWritten(it, 4, RowPlan.error(RowProblem.of("constraint", "x")));
        assertThat(rows.counts(it)).isEqualTo(Map.of("UPDATED", 1L, "ERROR", 2L, "WRITTEN", 1L));
        assertThat(rows.ranges(Phase.RUN, it, 1).get(0).count()).isEqualTo(2);
        assertThat(rows.numbers(Phase.REVERT, it, 0, 9, 10)).containsExactly(2);
        assertThat(rows.rows(it, List.of(2)).get(0).undo().tags()).containsExactly("VIP");
        assertThat(rows.isTouchedSince(rows.rows(it, List.of(2)).get(0))).isFalse();
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into history_entry (tier_id, entity, entity_id, action, author, source, at) values (10, 'note', 1, 'CREATE', 'x', 'UI', ?)",
                        java.sql.Timestamp.from(Instant.parse("2026-11-22T09:00:01Z"))));
        assertThat(rows.isTouchedSince(rows.rows(it, List.of(2)).get(0))).isTrue();
        rows.reverted(it, 2, List.of());
        assertThat(rows.counts(it)).containsEntry("REVERTED", 1L).doesNotContainKey("WRITTEN");
    }

    @Test
    void aFileComesBackByteByByte() throws IOException {
        long it = upload();
        var bytes = new byte[ImportFiles.CHUNK * 2 + 17];
        new Random(1).nextBytes(bytes);
        files.write(it, new ByteArrayInputStream(bytes));

        assertThat(files.<byte[]>with(it, Files::readAllBytes)).isEqualTo(bytes);
    }

    @Test
    void oldImportsGoWithTheirRows() {
        long it = upload();
        rows.insert(it, List.of(new RowTable.NewRow(2, List.of("A"), List.of("key:a"))));

        assertThat(imports.deleteOlderThan(clock.instant())).isZero();
        assertThat(imports.deleteOlderThan(clock.instant().plusSeconds(1))).isEqualTo(1);
        assertThat(imports.find(it)).isEmpty();
    }
}
