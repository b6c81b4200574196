package fr.tiers.tier;

import fr.tiers.kernel.Checks;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What is written of a function's block.
 *
 * @param paymentMethod TRANSFER, DIRECT_DEBIT, CARD, CHEQUE, BILL_OF_EXCHANGE or CASH
 * @param discount 0 to 100, two decimals
 */
public record FunctionBlockCommand(
        String code,
        String accountingAccount,
        String paymentTerms,
        String paymentMethod,
        BigDecimal discount,
        String notes) {

    private static final BigDecimal ALL = new BigDecimal(100);
    static final Set<String> METHODS = Set.of("TRANSFER", "DIRECT_DEBIT", "CARD", "CHEQUE", "BILL_OF_EXCHANGE", "CASH");

    FunctionBlockCommand tidy() {
        return new FunctionBlockCommand(
                Checks.trim(code),
                Checks.trim(accountingAccount),
                Checks.trim(paymentTerms),
                Checks.trim(paymentMethod),
                discount,
                Checks.trim(notes));
    }

    void check() {
        new Checks()
                .holds(code == null || code.matches("[\\p{L}\\p{N}#][\\p{L}\\p{N}#._/-]{0,31}"), "code", "code-shape")
                .holds(
                        accountingAccount == null || accountingAccount.matches("[\\p{L}\\p{N}#]{1,32}"),
                        "accountingAccount",
                        "account-shape")
                .text("paymentTerms", paymentTerms)
                .oneOf("paymentMethod", paymentMethod, METHODS)
                .holds(
                        discount == null || discount.signum() >= 0 && discount.compareTo(ALL) <= 0,
                        "discount",
                        "out-of-range",
                        0,
                        100)
                .holds(discount == null || discount.stripTrailingZeros().scale() <= 2, "discount", "two-decimals")
                .text("notes", notes, Checks.MAX_LONG_TEXT)
                .refuse();
    }
}
