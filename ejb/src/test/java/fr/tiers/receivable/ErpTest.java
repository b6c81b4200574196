package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.receivable.PaymentCommand.Allocation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ErpTest {

    private final ReceivableFixture fixture = new ReceivableFixture();

    @Test
    void a_replay_changes_nothing() {
        var invoice = ReceivableFixture.anInvoice("F1", "100", "50.5");

        var first = fixture.send("E1", invoice);
        var second = fixture.send("E1", ReceivableFixture.anInvoice("F1", "100.00", "50.50"));

        assertThat(first.outcome()).isEqualTo(Upsert.CREATED);
        assertThat(second.outcome()).isEqualTo(Upsert.UNCHANGED);
        assertThat(second.invoice()).isEqualTo(first.invoice());
        assertThat(first.invoice().totalAmount()).isEqualByComparingTo("150.50");
        assertThat(first.invoice().company()).isEqualTo("PAR");
        assertThat(fixture.value(Integer.class, "select count(*) from history_entry where entity = 'invoice'"))
                .isOne();
    }

    @Test
    void lines_follow_their_number() {
        var first = fixture.send("E1", ReceivableFixture.anInvoice("F1", "100", "50"))
                .invoice();

        var second = fixture.send("E1", ReceivableFixture.anInvoice("F1", "120"));

        assertThat(second.outcome()).isEqualTo(Upsert.UPDATED);
        assertThat(second.invoice().lines()).hasSize(1);
        assertThat(second.invoice().lines().get(0).id())
                .isEqualTo(first.lines().get(0).id());
        assertThat(second.invoice().openAmount()).isEqualByComparingTo("120");
    }

    @Test
    void what_is_paid_stays_paid() {
        var invoice = fixture.send("E1", ReceivableFixture.anInvoice("F1", "100", "50"))
                .invoice();
        fixture.pay(Allocation.toLine(invoice.lines().get(1).id(), new BigDecimal("30")));

        conflict("invoice-line-paid", ReceivableFixture.anInvoice("F1", "100", "29.99"));
        conflict("invoice-line-paid", ReceivableFixture.anInvoice("F1", "100"));
        conflict("invoice-paid", ReceivableFixture.anInvoice("F1", "-80", "50"));
        conflict("invoice-paid", ReceivableFixture.invoiceOf("T000002", null, "F1", "100", "50"));
        assertThat(fixture.invoices.read(invoice.id()).openAmount()).isEqualByComparingTo("120");
        var lowered = fixture.send("E1", ReceivableFixture.anInvoice("F1", "10", "30"));
        assertThat(lowered.invoice().openAmount()).isEqualByComparingTo("10");
        assertThat(lowered.invoice().status()).isEqualTo("PARTLY_PAID");
    }

    @Test
    void says_everything_that_is_wrong() {
        var line = new ErpInvoice.Line(1, " ", new BigDecimal("1.00001"), new BigDecimal("1E20"));
        var invoice = new ErpInvoice(
                null, "a\0b", "BILL", LocalDate.of(20260, 1, 1), null, "euro", null, List.of(line, line));

        var refusal = catchThrowableOfType(BusinessException.class, () -> fixture.send("E1", invoice));

        assertThat(refusal.violations())
                .extracting(violation -> violation.field() + " " + violation.code())
                .contains(
                        "tierCode required",
                        "number control-character",
                        "type unknown-value",
                        "date out-of-range",
                        "currency currency",
                        "lines[0].label required",
                        "lines[0].quantity decimals",
                        "lines[0].amount too-large",
                        "lines[1].lineNumber duplicate");
        assertThatThrownBy(() -> fixture.send("E1", ReceivableFixture.invoiceOf("T9", null, "F1", "1")))
                .hasMessageContaining("tierCode")
                .hasMessageContaining("unknown");
        assertThatThrownBy(() -> fixture.send("E1", ReceivableFixture.invoiceOf("T000001", "NO", "F1", "1")))
                .hasMessageContaining("company");
        assertThat(fixture.value(Integer.class, "select count(*) from invoice")).isZero();
    }

    @Test
    void the_same_invoice_sent_eight_times_at_once_is_there_once() throws Exception {
        var barrier = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        var outcomes = new ArrayList<Future<Upsert>>();
        for (var i = 0; i < 8; i++) {
            outcomes.add(pool.submit(() -> {
                barrier.await();
                return fixture.send("E1", ReceivableFixture.anInvoice("F1", "100", "50"))
                        .outcome();
            }));
        }
        var results = new ArrayList<Upsert>();
        for (var outcome : outcomes) {
            results.add(outcome.get());
        }
        pool.shutdown();

        assertThat(results).filteredOn(Upsert.CREATED::equals).hasSize(1);
        assertThat(results).filteredOn(Upsert.UNCHANGED::equals).hasSize(7);
        assertThat(fixture.value(Integer.class, "select count(*) from invoice_line"))
                .isEqualTo(2);
    }

    @Test
    void outstanding_takes_the_newest_figures_in_any_order() {
        var service = fixture.outstanding();
        var query = new OutstandingQuery(fixture.database.db(), fixture.tiers, fixture.clock);
        var invoice = fixture.invoice("F1", "100");
        fixture.pay(Allocation.toInvoice(invoice.id(), new BigDecimal("40")));

        assertThat(query.ofTier(ReceivableFixture.ACME).amount()).isNull();
        assertThat(service.upsert("T000001", figures("900", "2026-11-20"))).isEqualTo(Upsert.CREATED);
        assertThat(service.upsert("T000001", figures("900", "2026-11-20"))).isEqualTo(Upsert.UNCHANGED);
        assertThat(service.upsert("T000001", figures("700", "2026-11-21"))).isEqualTo(Upsert.UPDATED);
        assertThat(service.upsert("T000001", figures("900", "2026-11-20"))).isEqualTo(Upsert.UNCHANGED);

        var view = query.ofTier(ReceivableFixture.ACME);
        assertThat(view.amount()).isEqualByComparingTo("700");
        assertThat(view.usagePercent()).isEqualTo(70);
        assertThat(view.accountingBlocked()).isTrue();
        assertThat(view.openInvoices()).isEqualByComparingTo("60");
        assertThat(view.overdue30()).isEqualByComparingTo("60");
        assertThat(view.paymentsUnderway()).isEqualByComparingTo("40");
        assertThatThrownBy(() -> service.upsert("T9", figures("1", "2026-11-20")))
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> service.upsert("T000001", figures("1", "2027-11-20")))
                .hasMessageContaining("asOf");
    }

    @Test
    void a_merge_moves_everything_and_an_export_shows_it() {
        var attachment = new ReceivableAttachment(fixture.database.db());
        var invoice = fixture.invoice("F1", "100");
        fixture.pay(Allocation.toInvoice(invoice.id(), new BigDecimal("40")));
        var outstanding = fixture.outstanding();
        outstanding.upsert("T000001", figures("900", "2026-11-20"));
        outstanding.upsert("T000002", figures("50", "2026-11-20"));
        var sections = new TreeMap<String, List<Map<String, Object>>>();

        assertThat(attachment.blocksDeletion(ReceivableFixture.ACME)).isTrue();
        fixture.database.inTransaction(() -> {
            attachment.reattach(ReceivableFixture.ACME, ReceivableFixture.OTHER);
            return null;
        });
        attachment.anonymise(ReceivableFixture.OTHER);
        attachment.export(ReceivableFixture.OTHER, sections::put);

        assertThat(attachment.count(ReceivableFixture.ACME)).isZero();
        assertThat(attachment.count(ReceivableFixture.OTHER)).isEqualTo(2);
        assertThat(sections).containsOnlyKeys("invoices", "payments", "outstanding");
        assertThat((BigDecimal) sections.get("outstanding").get(0).get("amount"))
                .isEqualByComparingTo("950");
        attachment.delete(ReceivableFixture.OTHER);
        assertThat(fixture.value(Integer.class, "select count(*) from outstanding"))
                .isZero();
    }

    private void conflict(String code, ErpInvoice invoice) {
        var refusal = catchThrowableOfType(BusinessException.class, () -> fixture.send("E1", invoice));
        assertThat(refusal).hasMessageContaining(code);
        assertThat(refusal.kind()).isEqualTo(BusinessException.Kind.CONFLICT);
    }

    private static ErpOutstanding figures(String amount, String day) {
        return new ErpOutstanding(
                new BigDecimal(amount), new BigDecimal("1000"), true, "EUR", Instant.parse(day + "T00:00:00Z"));
    }
}
