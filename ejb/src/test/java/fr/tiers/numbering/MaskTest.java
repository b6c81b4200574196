package fr.tiers.numbering;

import fr.tiers.kernel.BusinessException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class MaskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** What the identity rules of a tier want of its code. */
    private static final String CODE = "[\\p{L}\\p{N}#][\\p{L}\\p{N}#._/-]{0,31}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T{000000}",
                "É#/{yy}-{mm}.{dd}_{0000@99}",
                "{000}",
                "{ccc}{ttt}{000}",
                "12345678901234567890123456789{000}"
            })
    void lettersDigitsAndFewSignsMakeACode(String mask) {
        assertThat(Mask.parse(mask).format(1, DAY, new Mask.Letters("Été & fils", "CUSTOMER", null, null)))
                .matches(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T*{000}",
                "T{000}€",
                "T&{000}",
                "T'{000}",
                "<b>{000}",
                "-{000}",
                ".T{000}",
                "_{yyyy}{000}",
                "/{000}",
                "123456789012345678901234567890{000}",
                "{00000000000000000000000000000000000}",
                "{cccccccccc}{tttttttttt}-{000000000000}",
                "1234567890123456789012345{000+999999999}"
            })
    void aMaskThatGivesImpossibleCodesIsRefused(String mask) {
        assertThatThrownBy(() -> Mask.parse(mask))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field(), violation -> violation.code())
                        .containsExactly(tuple("mask", "mask-text")));
    }

    @ParameterizedTest
    @CsvSource({
        "C{aaaa}-{0000@1}, C2026-0007",
        "{aa}{mm}{jj}/{000}, 261120/007",
        "{a}{000}, 6007",
        "{ccc000}, ETE007",
        "{nom}{type}{0000}, ETECUS0007",
        "{uuuu}{eee}{000}, MARTB##007",
        "{XXX-2}{000}, ##007",
        "F{compteur}, F000007",
        "{yy}{0000@0}, 260007",
        "{yy}{0000@+}, 270007",
        "{yy}{0000@-}, 260007"
    })
    void tokensMayBeFrenchAndTakeLettersDatesAndTheFiscalYear(String mask, String code) {
        int fiscalMonth = mask.contains("@0") ? 1 : 7;
        var letters = new Mask.Letters("Été & fils", "CUSTOMER", "martin", "B");
        assertThat(Mask.parse(mask, fiscalMonth).format(7, DAY, letters)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "C{00}, mask-counter-too-short",
        "C, mask-no-counter",
        "C{yy}{mm}{000@13}, mask-reset-month",
        "C{000@1}, mask-reset-without-date",
        "C{yy}{000@7}, mask-reset-without-date",
        "C{yy}{000@99}, mask-reset-without-date",
        "C{yy}{000@0}, mask-reset-without-date",
        "C{y}{000@1}, mask-year-one-digit",
        "C{000}{ccc000}, mask-two-counters",
        "C{zzz}{000}, mask-unknown-token"
    })
    void aMaskThatCannotCountIsRefused(String mask, String code) {
        assertThatThrownBy(() -> Mask.parse(mask, 7))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.code())
                        .containsExactly(code));
    }

    @ParameterizedTest
    @CsvSource({
        "{yy}{mm}{000@7}, 2026-06-30, 2025",
        "{yy}{mm}{000@7}, 2026-07-01, 2026",
        "{yy}{mm}{000@99}, 2026-07-01, 2026-07",
        "{yy}{mm}{000@0}, 2026-03-31, 2025",
        "{yy}{mm}{000@0}, 2026-04-01, 2026",
        "{000}, 2026-04-01, ''"
    })
    void thePeriodBeginsInItsMonth(String mask, LocalDate day, String period) {
        assertThat(Mask.parse(mask, 4).period(day)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "C{yy}-{0000}, C26-0042, true",
        "C{yy}-{0000}, C26-12345, true",
        "C{yy}-{0000}, X26-0042, false",
        "C{yy}-{0000}, C26-42, false",
        "{XXX-2}{000}, ab123, true",
        "{ccc000}, ETE001, true",
        "{ccc000}, ete001, false"
    })
    void aCodeGivenByHandMustLookLikeTheMask(String mask, String code, boolean admitted) {
        assertThat(Mask.parse(mask).admits(code)).isEqualTo(admitted);
    }

    @Test
    void everyBeginningOfANameHasItsOwnCounter() {
        var mask = Mask.parse("{ccc000}");
        assertThat(mask.counterLetters(new Mask.Letters("Dupont", null, null, null)))
                .isEqualTo("DUP");
        assertThat(Mask.parse("{ccc}{000}").counterLetters(new Mask.Letters("Dupont", null, null, null)))
                .isEmpty();
    }
}
