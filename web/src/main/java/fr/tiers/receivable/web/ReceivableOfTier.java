package fr.tiers.receivable.web;

import fr.tiers.receivable.InvoiceQuery;
import fr.tiers.receivable.InvoiceView;
import fr.tiers.receivable.OutstandingQuery;
import fr.tiers.receivable.OutstandingView;
import fr.tiers.receivable.PaymentQuery;
import fr.tiers.receivable.PaymentView;
import fr.tiers.tier.web.Sought;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** What the tier of the record owes and has paid. */
@Named("receivableOfTier")
@RequestScoped
public class ReceivableOfTier {

    private static final int ROWS = 50;

    private final OutstandingQuery outstandings;
    private final InvoiceQuery invoiceQuery;
    private final PaymentQuery paymentQuery;
    private final TierRecordView record;
    private OutstandingView outstanding;
    private List<InvoiceView> invoices;
    private List<PaymentView> payments;

    protected ReceivableOfTier() {
        this(null, null, null, null);
    }

    @Inject
    public ReceivableOfTier(
            OutstandingQuery outstandings, InvoiceQuery invoices, PaymentQuery payments, TierRecordView record) {
        this.outstandings = outstandings;
        this.invoiceQuery = invoices;
        this.paymentQuery = payments;
        this.record = record;
    }

    public OutstandingView getOutstanding() {
        if (outstanding == null) {
            outstanding = outstandings.ofTier(record.getId());
        }
        return outstanding;
    }

    /** Whether there is anything to say about what the tier owes. */
    public boolean isOwing() {
        return getOutstanding().amount() != null
                || getOutstanding().openInvoices().signum() != 0;
    }

    /** According to the ERP; as long as it says nothing, what is open on invoices. */
    public BigDecimal getOwed() {
        var amount = getOutstanding().amount();
        return amount == null ? getOutstanding().openInvoices() : amount;
    }

    public boolean isOverLimit() {
        var limit = getOutstanding().creditLimit();
        return limit != null && getOwed().compareTo(limit) > 0;
    }

    /** What is open on invoices past their due date. */
    public BigDecimal getOverdue() {
        var all = getOutstanding();
        return all.overdue30().add(all.overdue60()).add(all.overdue90()).add(all.overdueMore());
    }

    public List<InvoiceView> getInvoices() {
        if (invoices == null) {
            invoices = invoiceQuery.newestOpen(record.getId(), ROWS);
        }
        return invoices;
    }

    /** The invoice that the search led to, when it is not among the open ones: paid, most of the time. */
    public List<InvoiceView> getSought() {
        return Sought.of(record, invoiceQuery::read, InvoiceView::tier)
                .filter(found -> getInvoices().stream().noneMatch(invoice -> invoice.id() == found.id()))
                .map(List::of)
                .orElse(List.of());
    }

    public List<PaymentView> getPayments() {
        if (payments == null) {
            payments = paymentQuery.newest(record.getId(), ROWS);
        }
        return payments;
    }
}
