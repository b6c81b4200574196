package fr.tiers.merge;

import fr.tiers.kernel.BusinessException;
import fr.tiers.tier.OtherEmail;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFields;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What is kept of whom, field by field. */
class MergeFieldsTest {

    private final TierData own = new TierData();
    private final TierData other = new TierData();

    private MergeFields fields(Map<String, String> take) {
        return new MergeFields(
                new MergeFields.Side(1, "C1 Un", own, null),
                List.of(new MergeFields.Side(2, "C2 <Deux>", other, null)),
                take);
    }

    private TierData merged(Map<String, String> take) {
        return fields(take).applied(TierFields.copyOf(own));
    }

    @Test
    void everyFieldOfATierIsALineOrSettledOtherwise() {
        var known = new HashSet<>(MergeFields.fieldsOfLines());
        known.addAll(MergeFields.SETTLED);
        assertThat(known).containsAll(TierFields.names());
    }

    @Test
    void theSurvivorWinsAndItsGapsAreFilled() {
        own.setName("Un");
        other.setName("Deux");
        own.setPhone("0199001111");
        other.setPhone("0199002222");
        other.setMobile("0699003333");
        var merged = merged(Map.of());
        assertThat(merged.getName()).isEqualTo("Un");
        assertThat(merged.getPhone()).isEqualTo("0199001111");
        assertThat(merged.getMobile()).isEqualTo("0699003333");
    }

    @Test
    void aChoiceIsFollowedAndOneThatDoesNotExistIsRefused() {
        own.setPhone("0199001111");
        other.setPhone("0199002222");
        assertThat(merged(Map.of("phone", "SOURCE")).getPhone()).isEqualTo("0199002222");
        assertThat(merged(Map.of("phone", "2")).getPhone()).isEqualTo("0199002222");
        assertThatThrownBy(() -> fields(Map.of("phone", "BOTH"))).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> fields(Map.of("phone", "3"))).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> fields(Map.of("code", "SOURCE"))).isInstanceOf(BusinessException.class);
    }

    @Test
    void mailAddressesAreUnitedOnceAndNotesStandUnderTheirOwner() {
        own.setEmail("un@example.org");
        own.setOtherEmails(List.of(new OtherEmail("BILLING", "factures@example.org")));
        own.setObservation("<p>Ici</p>");
        other.setEmail("deux@example.org");
        other.setOtherEmails(List.of(new OtherEmail("OTHER", "Factures@example.org")));
        other.setObservation("<p>Là</p>");
        var merged = merged(Map.of());
        assertThat(merged.getOtherEmails())
                .extracting(OtherEmail::email)
                .containsExactly("factures@example.org", "deux@example.org");
        assertThat(merged.getObservation()).isEqualTo("<p>Ici</p><p><strong>C2 &lt;Deux&gt;</strong></p><p>Là</p>");
        other.setObservation("<p>Ici</p>");
        assertThat(merged(Map.of()).getObservation()).as("said once").isEqualTo("<p>Ici</p>");
    }

    @Test
    void theStricterBlockHoldsWhoeverChoosesWhat() {
        own.setBlocked(true);
        own.setBlockedUntil(LocalDate.of(2026, 12, 1));
        own.setBlockedReason("court");
        other.setBlocked(true);
        other.setBlockedReason("sans fin");
        other.setUnderWatch(true);
        var merged = merged(Map.of("name", "SURVIVOR"));
        assertThat(merged.isBlocked()).isTrue();
        assertThat(merged.getBlockedUntil()).isNull();
        assertThat(merged.getBlockedReason()).isEqualTo("sans fin");
        assertThat(merged.isUnderWatch()).isTrue();
    }

    @Test
    void anEstablishmentOfTheSameCompanyFillsTheGapAndNoOther() {
        own.setSiren("732829320");
        other.setSiren("732829320");
        other.setSiret("73282932000074");
        assertThat(merged(Map.of()).getSiret()).isEqualTo("73282932000074");
        other.setSiren("404833048");
        other.setSiret("40483304800022");
        assertThat(merged(Map.of()).getSiret()).isNull();
    }

    @Test
    void customFieldsAreLinesLikeAllOthers() {
        own.setCustom(Map.of("beds", 3));
        other.setCustom(Map.of("beds", 5, "price", 10));
        assertThat(fields(Map.of()).lines())
                .filteredOn(line -> line.field().startsWith("custom."))
                .extracting(MergeLine::field, MergeLine::choice)
                .containsExactly(tuple("custom.beds", "SURVIVOR"), tuple("custom.price", "2"));
        assertThat(merged(Map.of("custom.beds", "SOURCE")).getCustom()).containsEntry("beds", 5);
    }
}
