package fr.tiers.collaborator;

import fr.tiers.kernel.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SplitTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate END_OF_JUNE = LocalDate.of(2026, 6, 30);

    @Test
    void withoutSharesAnyNumberMayRepresent() {
        assertThat(violations(one("a", null, null, null), one("b", null, null, JULY)))
                .isEmpty();
        assertThat(violations()).isEmpty();
    }

    @Test
    void sharesMakeAHundredOnEveryDayOnWhichThereAreAny() {
        assertThat(violations(one("a", "60", null, null), one("b", "40", null, null), one("c", null, null, null)))
                .isEmpty();
        assertThat(violations(
                        one("a", "33.34", null, null), one("b", "33.33", null, null), one("c", "33.33", null, null)))
                .isEmpty();
        assertThat(violations(
                        one("a", "60", null, END_OF_JUNE), one("b", "40", null, null), one("c", "60", JULY, null)))
                .isEmpty();
        assertThat(violations(one("a", "100", null, END_OF_JUNE), one("b", null, JULY, null)))
                .isEmpty();
    }

    @Test
    void aGapOrAnOverlapOfOneDayIsFound() {
        assertThat(violations(one("a", "60", null, null), one("b", "30", null, null)))
                .containsExactly("representatives shares-not-whole");
        assertThat(violations(
                        one("a", "60", null, END_OF_JUNE.minusDays(1)),
                        one("b", "40", null, null),
                        one("c", "60", JULY, null)))
                .containsExactly("representatives shares-not-whole-on");
        assertThat(violations(one("a", "60", null, JULY), one("b", "40", null, null), one("c", "60", JULY, null)))
                .containsExactly("representatives shares-not-whole-on");
        assertThat(violations(one("a", "60", null, END_OF_JUNE), one("b", "40", null, null)))
                .containsExactly("representatives shares-not-whole-on");
    }

    @Test
    void nobodyStandsThereTwiceAtTheSameTime() {
        assertThat(violations(one("a", null, null, END_OF_JUNE), one("a", null, JULY, null)))
                .isEmpty();
        assertThat(violations(one("a", null, null, JULY), one("a", null, JULY, null)))
                .containsExactly("representatives[1].user duplicate");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThat(violations(
                        one(" ", "0", null, null),
                        one("b", "100.01", JULY, END_OF_JUNE),
                        one("c", "1.234", LocalDate.of(1, 1, 1), null)))
                .containsExactlyInAnyOrder(
                        "representatives[0].user required",
                        "representatives[0].share share-range",
                        "representatives[1].share share-range",
                        "representatives[1].to before-start",
                        "representatives[2].share share-range",
                        "representatives[2].from out-of-range");
    }

    private static List<String> violations(RepresentativeCommand... wanted) {
        return Split.violations(List.of(wanted)).stream()
                .map((Violation violation) -> violation.field() + ' ' + violation.code())
                .toList();
    }

    private static RepresentativeCommand one(String user, String share, LocalDate from, LocalDate to) {
        return new RepresentativeCommand(user, share == null ? null : new BigDecimal(share), from, to);
    }
}
