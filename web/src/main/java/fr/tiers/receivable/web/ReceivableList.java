package fr.tiers.receivable.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.receivable.InvoiceFilter;
import fr.tiers.receivable.InvoiceQuery;
import fr.tiers.receivable.InvoiceView;
import fr.tiers.receivable.PaymentFilter;
import fr.tiers.receivable.PaymentQuery;
import fr.tiers.receivable.PaymentStatus;
import fr.tiers.receivable.PaymentView;
import fr.tiers.shell.web.Formats;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.util.Faces;

/** Payments, or open invoices, of the tiers the user may see. The whole state is in the URL. */
@Named("receivableList")
@RequestScoped
public class ReceivableList {

    private static final int ROWS = 30;
    private static final Slice<?> NOTHING = new Slice<>(List.of(), null, 0, true);

    private final PaymentQuery payments;
    private final InvoiceQuery invoices;
    private final TierService tiers;
    private final Refusals refusals;
    private Slice<?> slice;

    protected ReceivableList() {
        this(null, null, null, null);
    }

    @Inject
    public ReceivableList(PaymentQuery payments, InvoiceQuery invoices, TierService tiers, Refusals refusals) {
        this.payments = payments;
        this.invoices = invoices;
        this.tiers = tiers;
        this.refusals = refusals;
    }

    public Slice<?> getSlice() {
        if (slice == null) {
            slice = NOTHING;
            refusals.guard(() -> slice = isInvoices() ? invoices() : payments());
        }
        return slice;
    }

    private Slice<InvoiceView> invoices() {
        return invoices.search(new InvoiceFilter(tier(), true, from(), to()), param("after"), ROWS);
    }

    private Slice<PaymentView> payments() {
        return payments.search(
                new PaymentFilter(tier(), Params.text("status", getStatus()), from(), to()), param("after"), ROWS);
    }

    public boolean isInvoices() {
        return "invoices".equals(param("view"));
    }

    public String getStatus() {
        return param("status");
    }

    public List<PaymentStatus> getStatuses() {
        return List.of(PaymentStatus.values());
    }

    public String getTier() {
        return param("tier");
    }

    /** The name on the chip of the filter; the number itself for a tier that is not the user's to see. */
    public String getTierName() {
        try {
            return getTier() == null ? null : tiers.get(tier()).name();
        } catch (BusinessException e) {
            return getTier();
        }
    }

    public String getFrom() {
        return param("from");
    }

    public String getTo() {
        return param("to");
    }

    public boolean isFiltered() {
        return getTier() != null || getStatus() != null || getFrom() != null || getTo() != null;
    }

    public boolean isLater() {
        return param("after") != null;
    }

    public boolean isOverdue(InvoiceView invoice) {
        var due = invoice.dueDate() == null ? invoice.date() : invoice.dueDate();
        return due.isBefore(LocalDate.now(Formats.ZONE));
    }

    private Long tier() {
        return Params.number("tier", getTier());
    }

    private LocalDate from() {
        return Days.of("from", getFrom());
    }

    private LocalDate to() {
        return Days.of("to", getTo());
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
