package fr.tiers.tier.identity;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdentityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "552032534",
                "552 032 534",
                "552.032.534",
                "552\u00a0032\u00a0534",
                "552\u202f032\u202f534",
                "356000000"
            })
    void aSirenIsRecognisedInAnyGrouping(String text) {
        assertThat(Siren.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "000000000", "552032535", "55203253", "5520325340", "55203253A", "٥٥٢٠٣٢٥٣٤"})
    void whatIsNoSirenIsRefused(String text) {
        assertThat(Siren.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"48744469700428", "487 444 697 00428", "88087814500015", "35600000000048"})
    void aSiretIsRecognisedInAnyGrouping(String text) {
        assertThat(Siret.isValid(text)).isTrue();
    }

    @Test
    void anEstablishmentOfLaPosteNeedsADigitSumDivisibleByFive() {
        assertThat(Siret.isValid("35600000012300")).isTrue();
        assertThat(Siret.isValid("35600000012301")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "00000000000000", "12345678901234", "4874446970042", "MONACOCONFO001", "48744469700429"})
    void whatIsNoSiretIsRefused(String text) {
        assertThat(Siret.isValid(text)).isFalse();
    }

    @Test
    void theSirenStandsInFrontOfTheSiret() {
        assertThat(Siret.sirenOf(Siret.normalise("487 444 697 00428"))).isEqualTo("487444697");
        assertThat(Siret.normalise(" \u00a0")).isNull();
    }

    @Test
    void theKeyOfDanoneIsTheOneOnItsInvoices() {
        assertThat(VatNumber.ofSiren("552 032 534")).isEqualTo("FR27552032534");
        assertThat(VatNumber.isValid("fr 27 552 032 534")).isTrue();
        assertThat(VatNumber.isValid("FR28552032534")).isFalse();
    }

    @Property
    void aComputedNumberIsAlwaysValidAndThirteenLong(@ForAll @IntRange(min = 1, max = 99_999_999) int number) {
        var siren = sirenWithFirstDigits(number);

        var vat = VatNumber.ofSiren(siren);

        assertThat(vat).hasSize(13).endsWith(siren);
        assertThat(VatNumber.isValid(vat)).isTrue();
    }

    @Test
    void noNumberIsComputedForAWrongSiren() {
        assertThatThrownBy(() -> VatNumber.ofSiren("123456789")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE123456789",
                "BE 0403.170.701",
                "ATU12345678",
                "NL123456789B01",
                "LU12345678",
                "CHE123456789TVA"
            })
    void aForeignNumberNeedsTheShapeOfItsCountry(String text) {
        assertThat(VatNumber.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "FR", "DE12345678", "BE9403170701", "FRIO552032534", "12345678"})
    void otherNumbersAreRefused(String text) {
        assertThat(VatNumber.isValid(text)).isFalse();
    }

    @Test
    void aKeyWithLettersIsAcceptedByShape() {
        assertThat(VatNumber.isValid("FRX1552032534")).isTrue();
    }

    @Test
    void anApeCodeComesWithOrWithoutDot() {
        assertThat(Ape.normalise("6201z")).isEqualTo("62.01Z");
        assertThat(Ape.normalise("62.01 Z")).isEqualTo("62.01Z");
        assertThat(Ape.normalise(" ")).isNull();
        assertThat(Ape.isValid("62.01Z")).isTrue();
        assertThat(Ape.isValid("62.1Z")).isFalse();
        assertThat(Ape.isValid(null)).isFalse();
    }

    private static String sirenWithFirstDigits(int number) {
        var first = String.format(Locale.ROOT, "%08d", number);
        for (var last = '0'; last <= '9'; last++) {
            if (Digits.luhn(first + last)) {
                return first + last;
            }
        }
        throw new AssertionError(first);
    }
}
