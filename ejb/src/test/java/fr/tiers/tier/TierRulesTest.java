package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TierRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aNameAndATypeAreEnough() {
        assertThatCode(() -> TierRules.check(tier(data -> {}), TODAY)).doesNotThrowAnyException();
    }

    @Test
    void aHouseholdHasNoSiret() {
        assertThat(violations(data -> {
                    data.setKind("HOUSEHOLD");
                    data.setSiret("73282932000074");
                }))
                .containsExactly("siret individual-without-siret");
    }

    @Test
    void aCompanyIsNotFoundedTomorrow() {
        assertThat(violations(data -> data.setFoundedOn(TODAY.plusDays(1)))).containsExactly("foundedOn in-future");
    }

    @Test
    void capitalIsAnAmountAndNotNegative() {
        assertThat(violations(data -> data.setCapital(new BigDecimal("-1.001"))))
                .containsExactlyInAnyOrder("capital two-decimals", "capital negative");
    }

    @Test
    void aBandOfEmployeesIsOneOfInsees() {
        assertThat(violations(data -> data.setHeadcountBand("99"))).containsExactly("headcountBand unknown-value");
    }

    @Test
    void anEndNeedsWhatItEnds() {
        assertThat(violations(data -> {
                    data.setBlockedUntil(TODAY);
                    data.setWatchUntil(TODAY);
                }))
                .containsExactlyInAnyOrder("blockedUntil only-when-blocked", "watchUntil only-when-watched");
    }

    @Test
    void everyFurtherEmailAddressIsLookedAtAndEmptyOnesAreDropped() {
        var data = tier(each -> each.setOtherEmails(List.of(
                new OtherEmail("BILLING", " compta@exemple.fr "),
                new OtherEmail("OTHER", "  "),
                new OtherEmail("OTHER", "pas un mail"))));

        assertThat(violations(data)).containsExactly("otherEmails email-shape");
        assertThat(data.getOtherEmails()).hasSize(2).contains(new OtherEmail("BILLING", "compta@exemple.fr"));
    }

    @Test
    void aFarTooLongTextIsNamedOnce() {
        assertThat(violations(data -> data.setEmail("a".repeat(10_000))))
                .containsExactly("email too-long", "email email-shape");
        assertThat(violations(data -> data.setSector("😀".repeat(5_000)))).containsExactly("sector too-long");
    }

    @Test
    void userTextIsTakenAsText() {
        for (var text : List.of("<script>alert(1)</script>", "#{7*7}", "'; drop table tier; --", "=1+1", "😀")) {
            assertThat(violations(data -> data.setSector(text))).isEmpty();
        }
        assertThat(violations(data -> data.setSector("a\0b"))).containsExactly("sector control-character");
    }

    private static TierData tier(Consumer<TierData> change) {
        var data = new TierData();
        data.setName("Boulangerie Martin");
        data.setTypes(List.of("PROSPECT"));
        change.accept(data);
        TierRules.normalise(data);
        return data;
    }

    private static List<String> violations(Consumer<TierData> change) {
        return violations(tier(change));
    }

    private static List<String> violations(TierData data) {
        var refusal = catchThrowableOfType(BusinessException.class, () -> TierRules.check(data, TODAY));
        return refusal == null
                ? List.of()
                : refusal.violations().stream()
                        .map(violation -> violation.field() + ' ' + violation.code())
                        .toList();
    }
}
