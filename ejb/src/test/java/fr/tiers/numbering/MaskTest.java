package fr.tiers.numbering;

import fr.tiers.kernel.BusinessException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
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
}
