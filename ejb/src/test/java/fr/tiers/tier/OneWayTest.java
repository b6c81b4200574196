package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OneWayTest {

    @ParameterizedTest
    @CsvSource({
        "SUSPECT, PROSPECT, false",
        "SUSPECT, CUSTOMER, false",
        "PROSPECT, CUSTOMER, false",
        "PROSPECT, CUSTOMER PROSPECT, false",
        "CUSTOMER PROSPECT, CUSTOMER, true",
        "CUSTOMER, CUSTOMER SUPPLIER, true",
        "CUSTOMER SUPPLIER, SUPPLIER, true",
        "SUPPLIER, SUPPLIER PROSPECT, false",
        "PROSPECT, NONE, false"
    })
    void theWayForward(String before, String after, boolean wasCustomer) {
        assertThatCode(() -> OneWay.check("X", set(before), set(after), wasCustomer))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, PROSPECT, true",
        "CUSTOMER, CUSTOMER PROSPECT, true",
        "CUSTOMER, SUSPECT, true",
        "CUSTOMER PROSPECT, PROSPECT, true",
        "SUPPLIER, PROSPECT SUPPLIER, true",
        "PROSPECT, SUSPECT, false",
        "PROSPECT, PROSPECT SUSPECT, false",
        "PROSPECT SUSPECT, SUSPECT, false"
    })
    void theWayBackIsRefused(String before, String after, boolean wasCustomer) {
        assertThatThrownBy(() -> OneWay.check("X", set(before), set(after), wasCustomer))
                .isInstanceOf(BusinessException.class)
                .extracting(refusal -> ((BusinessException) refusal).kind())
                .isEqualTo(BusinessException.Kind.REFUSED);
    }

    private static Set<String> set(String functions) {
        return Arrays.stream(functions.split(" ")).collect(Collectors.toSet());
    }
}
