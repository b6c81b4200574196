package fr.tiers.receivable.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.receivable.InvoiceLineView;
import fr.tiers.receivable.InvoiceView;
import fr.tiers.receivable.PaymentCommand.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentEntryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private final InvoiceEntry first = new InvoiceEntry(invoice(1, "100.00", "40.00", "60.00"));
    private final InvoiceEntry second = new InvoiceEntry(invoice(2, "30.00", "30.00"));
    private final PaymentEntry entry = new PaymentEntry(7, List.of(first, second), DAY);

    @Test
    void anAmountOnTheInvoiceAndAmountsOnItsLinesExcludeEachOther() {
        first.setAmount(new BigDecimal("50"));
        first.getLines().get(0).setAmount(new BigDecimal("10"));
        first.lineTyped();

        assertThat(first.getAmount()).isNull();
        assertThat(entry.command().allocations()).containsExactly(Allocation.toLine(11, new BigDecimal("10")));

        first.setAmount(new BigDecimal("50"));
        first.wholeTyped();

        assertThat(entry.command().allocations()).containsExactly(Allocation.toInvoice(1, new BigDecimal("50")));
    }

    @Test
    void aTickSettlesWhatIsOpen() {
        first.setWhole(true);
        second.getLines().get(0).setWhole(true);

        assertThat(entry.getTotal()).isEqualByComparingTo("130.00");
        assertThat(second.isWhole()).isTrue();
    }

    @Test
    void whatIsRefusedStandsBesideItsAmountUntilTheAmountChanges() {
        first.setAmount(new BigDecimal("50"));
        second.getLines().get(0).setAmount(new BigDecimal("99"));
        var refusal = BusinessException.invalid(
                List.of(new Violation("allocations[1].amount", "exceeds-open"), new Violation("method", "required")));

        var others = entry.place(refusal, Violation::code);

        assertThat(others).extracting(Violation::field).containsExactly("method");
        assertThat(second.getLines().get(0).getProblem()).isEqualTo("exceeds-open");
        assertThat(first.getProblem()).isNull();

        second.getLines().get(0).setAmount(new BigDecimal("9"));

        assertThat(second.getLines().get(0).getProblem()).isNull();
    }

    @Test
    void whatWasTypedStaysWhenTheBalanceChanges() {
        first.setAmount(new BigDecimal("100"));

        assertThat(first.refresh(invoice(1, "20.00", "0.00", "20.00"))).isTrue();
        assertThat(second.refresh(null)).isTrue();
        assertThat(first.getAmount()).isEqualByComparingTo("100");
        assertThat(first.isWhole()).isFalse();
        assertThat(second.isSettled()).isTrue();
    }

    private static InvoiceView invoice(long id, String open, String... lines) {
        var views = new java.util.ArrayList<InvoiceLineView>();
        for (int i = 0; i < lines.length; i++) {
            var amount = new BigDecimal(lines[i]);
            views.add(new InvoiceLineView(id * 10 + i + 1, i + 1, "Line", BigDecimal.ONE, amount, amount));
        }
        var amount = new BigDecimal(open);
        return new InvoiceView(
                id, "F" + id, 7, "T7", "Acme", null, "F" + id, "INVOICE", DAY, null, "EUR", amount, amount, "OPEN",
                views);
    }
}
