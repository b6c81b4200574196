package fr.tiers.duplicate;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The likeness of two tiers")
class MatchTest {

    private static final Card ACME = Card.named("Acme");

    @Test
    void reasonsAreOrderedByWhatTheyAreWorth() {
        var alone = Stream.of(
                        ACME.siret("73282932000074").match(Card.named("B").siret("73282932000074")),
                        ACME.siren("732829320").match(Card.named("B").siren("732829320")),
                        ACME.email("A@acme.fr").match(Card.named("B").email("a@ACME.fr")),
                        ACME.phone("0612345678").match(Card.named("B").phone("+33 6 12 34 56 78")),
                        ACME.website("acme.fr")
                                .match(ACME.name("Acmé").email("x@acme.fr").at("44000", null)),
                        ACME.at("44000", null).match(ACME.name("ACME").at("44000", null)))
                .toList();
        assertThat(alone)
                .extracting(match -> match.reasons().get(0))
                .containsExactly(
                        Reason.SAME_SIRET,
                        Reason.SAME_SIREN,
                        Reason.SAME_EMAIL,
                        Reason.SAME_PHONE,
                        Reason.SAME_DOMAIN_AND_CLOSE_NAME,
                        Reason.CLOSE_NAME_AND_POSTAL_CODE);
        assertThat(List.of(Reason.values())).isSortedAccordingTo((a, b) -> b.score() - a.score());
    }

    @Test
    void anotherLegalFormIsAWarningAndNeverProbable() {
        var match = Card.named("Acme SAS")
                .at("44000", null)
                .match(Card.named("ACME SARL").at("44000", null));
        assertThat(match.reasons()).containsExactly(Reason.CLOSE_NAME_AND_POSTAL_CODE);
        assertThat(match.cautions()).containsExactly(Caution.OTHER_LEGAL_FORM);
        assertThat(match.score()).isLessThan(Reason.CLOSE_NAME_AND_POSTAL_CODE.score());
        assertThat(match.probable()).isFalse();
        assertThat(Card.named("Acme SAS").match(Card.named("Acme SASU")).cautions())
                .isEmpty();
    }

    @Test
    void anotherEstablishmentIsToldAndNotProposed() {
        var match = Card.named("La Poste")
                .siret("35600000000048")
                .match(Card.named("La Poste").siret("35600000049837"));
        assertThat(match.reasons()).contains(Reason.SAME_SIREN);
        assertThat(match.cautions()).containsExactly(Caution.OTHER_ESTABLISHMENT);
        assertThat(match.probable()).isFalse();
    }

    @Test
    void aSirenAloneIsNotEveryEstablishment() {
        var head = Card.named("Acme").siren("732829320").at("75008", null);
        var branch = Card.named("Acme").siret("73282932000074").at("44000", null);
        assertThat(head.match(branch).score()).isGreaterThanOrEqualTo(80);
        assertThat(head.match(branch).probable()).isFalse();
        assertThat(head.match(branch.at("75008", null)).probable()).isTrue();
    }

    @Test
    void aSharedMailboxAloneIsNoProbableDuplicate() {
        var match = Card.named("Garage Leroy")
                .email("compta@cabinet.fr")
                .match(Card.named("Fleurs Anna").email("compta@cabinet.fr"));
        assertThat(match.score()).isEqualTo(60);
        assertThat(match.probable()).isFalse();
    }

    @Test
    void whatANumberContradictsIsHalfAsLikely() {
        var match = ACME.siren("732829320")
                .email("a@acme.fr")
                .match(ACME.siren("552100554").email("a@acme.fr"));
        assertThat(match.cautions()).contains(Caution.OTHER_SIREN);
        assertThat(match.probable()).isFalse();
    }

    @Test
    void reasonsTogetherAreMoreThanEachAlone() {
        var match = ACME.phone("0240123456")
                .at("44000", "12 av. de la Gare")
                .match(ACME.phone("+33240123456").at("44000", "12 avenue de la Gare"));
        assertThat(match.score()).isBetween(80, 99);
        assertThat(match.probable()).isTrue();
    }

    @Test
    void nothingInCommonIsNoMatch() {
        assertThat(ACME.match(Card.named("Zénith")).reasons()).isEmpty();
        assertThat(ACME.email("x@gmail.com")
                        .match(ACME.name("Bois").email("y@gmail.com"))
                        .reasons())
                .isEmpty();
        assertThat(Card.named("").match(Card.named("")).reasons()).isEmpty();
    }

    @Test
    void itDoesNotMatterWhoIsComparedWithWhom() {
        var cards = List.of(
                ACME.at("44000", "1 rue A"),
                Card.named("SARL Acmé").phone("0240123456").at("44000", "2 rue B"),
                Card.named("Acme Logistique").email("a@acme.fr"),
                Card.named("Transports Acme").website("acme.fr"));
        for (var one : cards) {
            for (var other : cards) {
                assertThat(one.match(other)).isEqualTo(other.match(one));
            }
        }
    }
}
