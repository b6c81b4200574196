package fr.tiers.merge;

import fr.tiers.contact.PersonCommand;
import fr.tiers.kernel.BusinessException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What is kept of two records of one person, field by field. */
class PersonFieldsTest {

    private static PersonCommand person(String firstName, LocalDate birthday, String notes, boolean doNotEmail) {
        return new PersonCommand(
                null, "Durand", firstName, birthday, null, null, null, null, notes, null, doNotEmail, null, null);
    }

    private final PersonCommand own = person("Anne", null, "Ici", false).withCustom(Map.of("beds", 3));
    private final PersonCommand other =
            person("Annie", LocalDate.of(1970, 5, 4), "Là", true).withCustom(Map.of("beds", 5, "price", 10));

    private PersonFields fields(Map<String, String> take) {
        return new PersonFields(
                new PersonFields.Side(1, "Anne Durand", own, List.of()),
                List.of(new PersonFields.Side(2, "Annie Durand", other, List.of("ACME : a@example.org"))),
                take);
    }

    @Test
    void everyFieldOfAPersonIsALineOrSettledOtherwise() {
        var known = new HashSet<>(PersonFields.fieldsOfLines());
        known.addAll(PersonFields.SETTLED);
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(Stream.of(PersonCommand.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void theSurvivorWinsItsGapsAreFilledAndAnOptOutOfEitherHolds() {
        var merged = fields(Map.of()).applied(own);
        assertThat(merged.firstName()).isEqualTo("Anne");
        assertThat(merged.birthday()).isEqualTo(LocalDate.of(1970, 5, 4));
        assertThat(merged.doNotEmail()).isTrue();
        assertThat(merged.doNotCall()).isFalse();
        assertThat(merged.custom()).containsEntry("beds", 3).containsEntry("price", 10);
    }

    @Test
    void notesAndWhatHasNoOtherPlaceStandUnderTheirOwner() {
        assertThat(fields(Map.of()).applied(own).notes()).isEqualTo("Ici\n\n— Annie Durand\nLà\nACME : a@example.org");
        assertThat(fields(Map.of("notes", "SURVIVOR")).applied(own).notes()).isEqualTo("Ici");
    }

    @Test
    void aChoiceIsFollowedAndOneThatDoesNotExistIsRefused() {
        var merged = fields(Map.of("firstName", "SOURCE", "birthday", "SURVIVOR", "custom.beds", "2"))
                .applied(own);
        assertThat(merged.firstName()).isEqualTo("Annie");
        assertThat(merged.birthday()).isNull();
        assertThat(merged.custom()).containsEntry("beds", 5);
        assertThatThrownBy(() -> fields(Map.of("firstName", "BOTH"))).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> fields(Map.of("doNotEmail", "SURVIVOR"))).isInstanceOf(BusinessException.class);
        assertThat(fields(Map.of()).lines())
                .filteredOn(line -> line.differs())
                .extracting(MergeLine::field, MergeLine::choice)
                .containsExactly(
                        tuple("firstName", "SURVIVOR"),
                        tuple("birthday", "2"),
                        tuple("notes", "BOTH"),
                        tuple("custom.beds", "SURVIVOR"),
                        tuple("custom.price", "2"));
    }
}
