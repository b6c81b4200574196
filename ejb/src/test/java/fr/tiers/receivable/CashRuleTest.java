package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CashRuleTest {

    @Test
    void a_company_pays_a_thousand_euros_in_cash_but_not_a_cent_more() {
        assertThatCode(() -> check(true, "FR", "1000.00", "0")).doesNotThrowAnyException();
        refused(true, "FR", "1000.01", "0");
        refused(true, "DE", "1000.01", "0");
    }

    @Test
    void a_debt_is_not_cut_into_pieces() {
        refused(true, "FR", "400", "600.01");
    }

    @Test
    void an_individual_who_lives_abroad_may_pay_more() {
        refused(false, "FR", "1000.01", "0");
        refused(false, "RE", "1000.01", "0");
        assertThatCode(() -> check(false, "BE", "15000", "0")).doesNotThrowAnyException();
        refused(false, "BE", "15000.01", "0");
    }

    private static void refused(boolean company, String country, String amount, String before) {
        assertThatThrownBy(() -> check(company, country, amount, before))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("payment-cash-ceiling");
    }

    private static void check(boolean company, String country, String amount, String before) {
        CashRule.check(company, country, new BigDecimal(amount), new BigDecimal(before));
    }
}
