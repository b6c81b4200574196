package fr.tiers.receivable;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.mail.MailAccepted;
import fr.tiers.receivable.PaymentCommand.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PaymentServiceTest {

    private final ReceivableFixture fixture = new ReceivableFixture();

    @Test
    void pays_part_of_a_line() {
        var invoice = fixture.invoice("F1", "120.50", "80.00");

        var payment = fixture.pay(Allocation.toLine(invoice.lines().get(0).id(), amount("20.50")));

        var after = fixture.invoices.read(invoice.id());
        assertThat(after.status()).isEqualTo("PARTLY_PAID");
        assertThat(after.openAmount()).isEqualByComparingTo("180.00");
        assertThat(after.lines().get(0).openAmount()).isEqualByComparingTo("100.00");
        assertThat(after.lines().get(1).openAmount()).isEqualByComparingTo("80.00");
        assertThat(payment.amount()).isEqualByComparingTo("20.50");
        assertThat(payment.status()).isEqualTo("ENTERED");
        assertThat(payment.collector()).isEqualTo("claire");
        assertThat(payment.allocations()).hasSize(1);
        assertThat(payment.mail().status()).isEqualTo("PENDING");
        assertThat(fixture.enqueued.fired()).hasSize(1);
        assertThat(history("payment")).isEqualTo(1);
    }

    @Test
    void pays_whole_invoices_at_once() {
        var first = fixture.invoice("F1", "100", "-10");
        var second = fixture.invoice("F2", "50");

        var payment =
                fixture.pay(Allocation.toInvoice(first.id(), null), Allocation.toInvoice(second.id(), amount("20")));

        assertThat(payment.amount()).isEqualByComparingTo("110.00");
        assertThat(fixture.invoices.read(first.id()).status()).isEqualTo("PAID");
        assertThat(fixture.invoices.read(second.id()).openAmount()).isEqualByComparingTo("30");
        assertThat(open(true)).containsExactly("F2");
        assertThat(open(false)).containsExactly("F1");
    }

    @Test
    void one_mail_tells_head_office() {
        var invoice = fixture.invoice("F1", "1234.56", "100");

        var payment = fixture.pay(Allocation.toLine(invoice.lines().get(0).id(), amount("1234.56")));

        var body = fixture.value(String.class, "select body from outbox_mail").replace('\u00a0', ' ');
        assertThat(fixture.value(String.class, "select recipients[1] from outbox_mail"))
                .isEqualTo("siege@paris.example");
        assertThat(fixture.value(String.class, "select message_id from outbox_mail"))
                .matches("<[0-9a-f-]{36}@acme\\.example>");
        assertThat(body)
                .contains("Tiers : T000001 Acmé & fils")
                .contains("Montant : 1 234,56 €")
                .contains("Mode : Carte bancaire")
                .contains("Date : 20/11/2026")
                .contains("Encaissé par : Claire Comptable")
                .contains(
                        "- Facture F1, ligne 1 (Line 1) : 1 234,56 €, reste sur la ligne 0,00 €, reste sur la facture 100,00 €")
                .contains("Nouveau solde du tiers : 100,00 €")
                .doesNotContain("{{");
        assertThat(fixture.value(String.class, "select name from outbox_file"))
                .isEqualTo("payment-" + payment.id() + ".json");
        assertThat(fixture.value(
                        String.class, "select convert_from(data, 'UTF8')::jsonb ->> 'amount' from outbox_chunk"))
                .isEqualTo("1234.56");
    }

    @Test
    void the_company_without_an_address_uses_the_fallback_or_refuses() {
        var invoice = fixture.send("F1", ReceivableFixture.invoiceOf("T000001", "LON", "F1", "100"))
                .invoice();
        var command = ReceivableFixture.aPayment(Allocation.toInvoice(invoice.id(), null));

        refused("payment-no-head-office", command);
        assertThat(fixture.invoices.read(invoice.id()).status()).isEqualTo("OPEN");
        assertThat(fixture.value(Integer.class, "select count(*) from payment")).isZero();

        var service = fixture.payments("a@hq.example; b@hq.example");
        fixture.database.inTransaction(() -> service.record(command));
        assertThat(fixture.value(String.class, "select array_to_string(recipients, ' ') from outbox_mail"))
                .isEqualTo("a@hq.example b@hq.example");
        assertThat(fixture.value(String.class, "select body from outbox_mail")).contains("Amount: €100.00");
    }

    @Test
    void never_more_than_what_is_open() {
        var invoice = fixture.invoice("F1", "100", "50");
        var line = invoice.lines().get(0).id();
        fixture.pay(Allocation.toLine(line, amount("70")));

        var refusal = refused("payment-exceeds-open", Allocation.toLine(line, amount("30.01")));
        assertThat(refusal.kind()).isEqualTo(BusinessException.Kind.REFUSED);
        assertThat(refusal.violations())
                .containsExactly(
                        new Violation("allocations[0].amount", "exceeds-open", List.of("F1", 1, amount("30.00"))));
        refused("payment-exceeds-open", Allocation.toInvoice(invoice.id(), amount("80.01")));
        fixture.pay(Allocation.toInvoice(invoice.id(), amount("80")));
        refused("payment-exceeds-open", Allocation.toInvoice(invoice.id(), null));
    }

    @Test
    void a_discount_counts_even_when_its_line_is_left_out() {
        var invoice = fixture.invoice("F1", "100", "-10");
        var lines = invoice.lines();

        refused("payment-exceeds-open", Allocation.toLine(lines.get(0).id(), amount("100")));
        refused("payment-exceeds-open", Allocation.toLine(lines.get(1).id(), amount("10")));
        var payment = fixture.pay(
                Allocation.toLine(lines.get(0).id(), amount("100")),
                Allocation.toLine(lines.get(1).id(), amount("-10")));

        assertThat(payment.amount()).isEqualByComparingTo("90");
        assertThat(fixture.invoices.read(invoice.id()).status()).isEqualTo("PAID");
    }

    @Test
    void refuses_what_does_not_fit_together() {
        var invoice = fixture.invoice("F1", "100");
        var foreign = fixture.send("F2", ReceivableFixture.invoiceOf("T000002", null, "F2", "100"))
                .invoice();
        var line = invoice.lines().get(0).id();

        refused("unknown-reference", Allocation.toLine(foreign.lines().get(0).id(), amount("1")));
        refused("unknown-reference", Allocation.toInvoice(foreign.id(), null));
        refused("unknown-reference", Allocation.toLine(999_999, amount("1")));
        refused("duplicate", Allocation.toLine(line, amount("1")), Allocation.toLine(line, amount("1")));
        refused("duplicate", Allocation.toLine(line, amount("1")), Allocation.toInvoice(invoice.id(), amount("1")));
        refused("two-decimals", Allocation.toLine(line, amount("1.001")));
        refused("too-large", Allocation.toLine(line, amount("1E+1000000")));
        refused("positive", Allocation.toLine(line, amount("0")));
        refused("payment-exceeds-open", Allocation.toLine(line, amount("-1")));
        refused("line-or-invoice", new Allocation(line, invoice.id(), amount("1")));
        assertThat(fixture.invoices.read(invoice.id()).openAmount()).isEqualByComparingTo("100");
    }

    @Test
    void refuses_a_wrong_date_method_sum_or_currency() {
        var whole = Allocation.toInvoice(fixture.invoice("F1", "100").id(), null);
        var today = LocalDate.of(2026, 11, 22);

        refused("in-future", command("CARD", today.plusDays(1), null, null, whole));
        refused("too-old", command("CARD", today.minusYears(6), null, null, whole));
        refused("unknown-value", command("BITCOIN", today, null, null, whole));
        refused("not-sum", command("CARD", today, null, amount("99"), whole));
        refused("payment-currency", command("CARD", today, "USD", null, whole));
        assertThat(fixture.pay(command("CARD", today, "EUR", amount("100.00"), whole))
                        .status())
                .isEqualTo("ENTERED");
    }

    @Test
    void cash_of_a_company_stops_at_a_thousand_euros_per_debt() {
        var invoice = fixture.invoice("F1", "3000");
        var today = LocalDate.of(2026, 11, 22);

        refused("payment-cash-ceiling", command("CASH", today, null, null, Allocation.toInvoice(invoice.id(), null)));
        fixture.pay(command("CASH", today, null, null, Allocation.toInvoice(invoice.id(), amount("1000"))));
        refused(
                "payment-cash-ceiling",
                command("CASH", today, null, null, Allocation.toInvoice(invoice.id(), amount("0.01"))));
    }

    @Test
    void credit_notes_and_several_companies_are_refused() {
        var lines = ReceivableFixture.anInvoice("A1", "50").lines();
        var note = fixture.send(
                        "A1",
                        new ErpInvoice(
                                "T000001", "A1", "CREDIT_NOTE", LocalDate.of(2026, 10, 1), null, null, null, lines))
                .invoice();
        var paris = fixture.invoice("F1", "100");
        var london = fixture.send("F2", ReceivableFixture.invoiceOf("T000001", "LON", "F2", "100"))
                .invoice();

        refused("payment-credit-note", Allocation.toInvoice(note.id(), null));
        refused(
                "payment-several-companies",
                Allocation.toInvoice(paris.id(), null),
                Allocation.toInvoice(london.id(), null));
    }

    @Test
    void what_one_may_not_see_does_not_exist() {
        var payment =
                fixture.pay(Allocation.toInvoice(fixture.invoice("F1", "100").id(), amount("10")));
        fixture.callers.become(new Caller(7, "sam", "Sam Sales", "fr", Set.of(Role.SALES), List.of(99L)));

        assertThatThrownBy(() -> fixture.paymentQuery.read(payment.id())).hasMessageContaining("not-found");
        assertThatThrownBy(() -> fixture.paymentQuery.ofTier(ReceivableFixture.ACME, null, 10))
                .hasMessageContaining("not-found");
        assertThat(fixture.invoices
                        .search(new InvoiceFilter(null, null), null, 10)
                        .items())
                .isEmpty();
        refused("not-found", Allocation.toInvoice(1, null));
    }

    @Test
    void the_erp_answers_once() {
        var payment =
                fixture.pay(Allocation.toInvoice(fixture.invoice("F1", "100").id(), amount("10")));
        accepted(payment);
        accepted(payment);
        assertThat(fixture.paymentQuery.read(payment.id()).status()).isEqualTo("SENT");

        assertThatThrownBy(() -> fixture.acknowledge(payment.id(), "REJECTED", " "))
                .hasMessageContaining("required");
        assertThat(fixture.acknowledge(payment.id(), "INTEGRATED", null).status())
                .isEqualTo("INTEGRATED");
        assertThat(fixture.acknowledge(payment.id(), "INTEGRATED", null).status())
                .isEqualTo("INTEGRATED");
        assertThatThrownBy(() -> fixture.acknowledge(payment.id(), "REJECTED", "unknown account"))
                .hasMessageContaining("payment-acknowledged");
        accepted(payment);
        assertThat(fixture.paymentQuery.read(payment.id()).status()).isEqualTo("INTEGRATED");
        assertThat(history("payment")).isEqualTo(3);
    }

    @Test
    void eight_people_paying_the_same_invoice_never_pay_too_much() throws Exception {
        var invoice = fixture.invoice("F1", "100", "60");
        var service = fixture.payments(null);
        var command = ReceivableFixture.aPayment(
                Allocation.toLine(invoice.lines().get(1).id(), amount("20")),
                Allocation.toLine(invoice.lines().get(0).id(), amount("20")));
        var barrier = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        var outcomes = new ArrayList<Future<String>>();
        for (var i = 0; i < 8; i++) {
            outcomes.add(pool.submit(() -> {
                barrier.await();
                try {
                    return fixture.database
                            .inTransaction(() -> service.record(command))
                            .status();
                } catch (BusinessException e) {
                    return e.code();
                }
            }));
        }
        var results = new ArrayList<String>();
        for (var outcome : outcomes) {
            results.add(outcome.get());
        }
        pool.shutdown();

        assertThat(results).filteredOn("ENTERED"::equals).hasSize(3);
        assertThat(results).filteredOn("payment-exceeds-open"::equals).hasSize(5);
        assertThat(fixture.invoices.read(invoice.id()).openAmount()).isEqualByComparingTo("40");
        assertThat(fixture.value(Integer.class, "select count(*) from outbox_mail"))
                .isEqualTo(3);
        assertThat(fixture.value(BigDecimal.class, "select sum(amount) from payment_allocation"))
                .isEqualByComparingTo("120");
    }

    @Test
    void pages_of_invoices_and_payments_fit_together() {
        for (var i = 1; i <= 5; i++) {
            fixture.pay(Allocation.toInvoice(fixture.invoice("F" + i, "10").id(), amount("1")));
        }
        var numbers = new ArrayList<String>();
        var payments = new ArrayList<Long>();
        String after = null;
        do {
            var page = fixture.invoices.search(new InvoiceFilter(ReceivableFixture.ACME, true), after, 2);
            page.items().forEach(invoice -> numbers.add(invoice.number()));
            assertThat(page.total()).isEqualTo(5);
            after = page.next();
        } while (after != null);
        do {
            var page = fixture.paymentQuery.ofTier(ReceivableFixture.ACME, after, 2);
            page.items().forEach(payment -> payments.add(payment.id()));
            after = page.next();
        } while (after != null);

        assertThat(numbers).containsExactly("F5", "F4", "F3", "F2", "F1");
        assertThat(payments).hasSize(5).doesNotHaveDuplicates();
        assertThatThrownBy(() -> fixture.invoices.search(new InvoiceFilter(null, null), "nonsense", 2))
                .hasMessageContaining("cursor");
    }

    private void accepted(PaymentView payment) {
        fixture.database.inTransaction(() -> {
            new PaymentSent(fixture.database.db(), fixture.history)
                    .onAccepted(new MailAccepted("PAYMENT_RECORDED", String.valueOf(payment.id())));
            return null;
        });
    }

    private int history(String entity) {
        return fixture.value(
                Integer.class,
                "select count(distinct (action, new_value)) from history_entry where field is distinct from 'reason' and entity = '"
                        + entity + "'");
    }

    private List<String> open(boolean open) {
        return fixture.invoices.search(new InvoiceFilter(ReceivableFixture.ACME, open), null, 10).items().stream()
                .map(InvoiceView::number)
                .toList();
    }

    private BusinessException refused(String code, Allocation... allocations) {
        return refused(code, ReceivableFixture.aPayment(allocations));
    }

    private BusinessException refused(String code, PaymentCommand command) {
        var refusal = catchThrowableOfType(BusinessException.class, () -> fixture.pay(command));
        assertThat(refusal).hasMessageContaining(code);
        return refusal;
    }

    private static PaymentCommand command(
            String method, LocalDate date, String currency, BigDecimal amount, Allocation... allocations) {
        return new PaymentCommand(ReceivableFixture.ACME, method, date, null, currency, amount, List.of(allocations));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
