package fr.tiers.bulk;

import fr.tiers.access.Action;
import fr.tiers.access.TestCallers;
import fr.tiers.bulk.BulkJob.Phase;
import fr.tiers.bulk.BulkRows.Planned;
import fr.tiers.exchange.Difference;
import fr.tiers.exchange.RowProblem;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Selections, plans and reports of bulk actions on a real database. */
class BulkRowsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final BulkTable bulks = new BulkTable(database.db(), new MovableClock("2026-11-22T09:00:00Z"));
    private final BulkRows rows = new BulkRows(database.db());
    private long it;

    @BeforeEach
    void selection() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 12, 2L);
        it = bulks.insert("REOPEN", new BulkParameters(Map.of()), null, List.of(12L, 10L, 11L, 99L), "somebody");
    }

    @Test
    void whatIsNotThereKeepsItsPlace() {
        assertThat(rows.numbers(Phase.PLAN, it, 0, 9, 9)).containsExactly(1, 2, 3, 4);
        assertThat(rows.locked(it, List.of(1, 4)))
                .extracting(BulkRows.Due::tierId)
                .containsExactly(12L, null);
    }

    @Test
    void rightsAreAskedForAllRowsTogether() {
        var standing = rows.standing(it, List.of(1, 2, 3, 4), TestCallers.sales(1L), Set.of(Action.EDIT));
        assertThat(standing)
                .extracting(BulkRows.Standing::visible)
                .as("of another unit, own, own, not there")
                .containsExactly(false, true, true, false);
    }

    @Test
    void aPlanIsAppliedOnceAndCountedByKind() {
        var change = Foreseen.change(List.of(new Difference("status", "CLOSED", "ACTIVE")));
        rows.planned(
                it,
                List.of(
                        new Planned(1, "REFUSED", null, Foreseen.refused(RowProblem.of("bulk-tier-gone"))),
                        new Planned(2, "CHANGE", 0L, change),
                        new Planned(3, "CHANGE", 0L, change),
                        new Planned(4, "UNCHANGED", null, Foreseen.change(List.of()))));
        assertThat(rows.numbers(Phase.RUN, it, 0, 9, 9)).containsExactly(2, 3);
        assertThat(rows.numbers(Phase.UNDO, it, 0, 9, 9)).isEmpty();

        rows.applied(it, 2);
        rows.notApplied(it, 3, "CHANGED_SINCE", List.of(RowProblem.of(BulkSteps.CHANGED)));
        rows.notApplied(it, 2, "REFUSED", List.of());
        assertThat(rows.counts(it))
                .as("what was applied is not refused afterwards")
                .isEqualTo(Map.of("APPLIED", 1L, "CHANGE", 1L, "CHANGED_SINCE", 1L, "REFUSED", 1L, "UNCHANGED", 1L));
        assertThat(rows.numbers(Phase.RUN, it, 0, 9, 9))
                .as("the work of a run stays the same while it goes on")
                .containsExactly(2, 3);
        assertThat(rows.numbers(Phase.UNDO, it, 0, 9, 9)).containsExactly(2);

        rows.undone(it, 2, List.of());
        assertThat(rows.counts(it)).containsEntry("UNDONE", 1L).doesNotContainKey("APPLIED");
    }

    @Test
    void ofATierThatTheReaderMayNotSeeNothingIsTold() {
        var secret = Foreseen.change(List.of(new Difference("owner", "a", "b")));
        rows.planned(it, List.of(new Planned(1, "CHANGE", 0L, secret), new Planned(2, "CHANGE", 0L, secret)));
        var page = rows.page(it, "CHANGE", 0, 5, TestCallers.sales(1L));
        assertThat(page).extracting(BulkRow::tierId).containsExactly(null, 10L);
        assertThat(page.get(0).changes()).isEmpty();
        assertThat(page.get(0).tierName()).isNull();
        assertThat(page.get(1).changes()).hasSize(1);
    }

    @Test
    void blankValuesCountAsNoneAndUnknownNamesAreRefused() {
        var said = new BulkParameters(Map.of("add", Arrays.asList(" a ", "a", " ", null), "remove", List.of("")));
        assertThat(said.values()).isEqualTo(Map.of("add", List.of("a")));
        assertThatThrownBy(() -> said.checks(Set.of("reason"), Set.of()).refuse())
                .isInstanceOf(BusinessException.class);
        assertThat(FieldAction.changed("B, A", List.of("C", "A"), List.of("B"))).isEqualTo("A, C");
    }
}
