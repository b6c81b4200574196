package fr.tiers.receivable.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Idempotency;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.kernel.web.Texts;
import fr.tiers.receivable.InvoiceFilter;
import fr.tiers.receivable.InvoiceQuery;
import fr.tiers.receivable.InvoiceView;
import fr.tiers.receivable.OutstandingQuery;
import fr.tiers.receivable.OutstandingView;
import fr.tiers.receivable.PaymentMethod;
import fr.tiers.receivable.PaymentPreview;
import fr.tiers.receivable.PaymentService;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Taking in a payment: what is open, what is paid of it, a look at what head office will be told, done. */
@Named("paymentPage")
@ViewScoped
public class PaymentPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_INVOICES = 200;

    private final TierService tiers;
    private final InvoiceQuery invoices;
    private final OutstandingQuery outstandings;
    private final PaymentService payments;
    private final Idempotency idempotency;
    private final Refusals refusals;
    private final Texts texts;

    /** Two submits of this form are one payment. */
    private final String operation = UUID.randomUUID().toString();

    private String tierText;
    private long tierId;
    private String tierName;
    private String tierCode;
    private PaymentEntry entry;
    private boolean reviewing;
    private transient PaymentPreview preview;
    private transient OutstandingView outstanding;

    protected PaymentPage() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public PaymentPage(
            TierService tiers,
            InvoiceQuery invoices,
            OutstandingQuery outstandings,
            PaymentService payments,
            Idempotency idempotency,
            Refusals refusals,
            Texts texts) {
        this.tiers = tiers;
        this.invoices = invoices;
        this.outstandings = outstandings;
        this.payments = payments;
        this.idempotency = idempotency;
        this.refusals = refusals;
        this.texts = texts;
    }

    /** Answers 404 for a tier that does not exist or is not the caller's to see; without a tier the page asks for one. */
    public void load() {
        if (tierText == null || tierText.isBlank()) {
            return;
        }
        try {
            var tier = tiers.get(Params.id("tier", tierText));
            tierId = tier.id();
            tierName = tier.name();
            tierCode = tier.code();
            entry = new PaymentEntry(
                    tierId,
                    open().sorted(Comparator.comparing(PaymentPage::due).thenComparing(InvoiceView::id))
                            .map(InvoiceEntry::new)
                            .toList(),
                    LocalDate.now(Formats.ZONE));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    private Stream<InvoiceView> open() {
        return invoices.search(new InvoiceFilter(tierId, true), null, MOST_INVOICES).items().stream()
                .filter(invoice -> "INVOICE".equals(invoice.type()));
    }

    private static LocalDate due(InvoiceView invoice) {
        return invoice.dueDate() == null ? invoice.date() : invoice.dueDate();
    }

    /** Shows what would be recorded and told to head office; the service says whether that is possible. */
    public void review() {
        var refusal = Refusals.refusalOf(() -> preview = payments.preview(entry.command()));
        reviewing = refusal.isEmpty();
        refusal.ifPresent(this::explain);
        if (reviewing) {
            entry.getInvoices().forEach(InvoiceEntry::clearProblems);
        }
    }

    public void change() {
        reviewing = false;
    }

    public String record() {
        var location = new String[1];
        var refusal = Refusals.refusalOf(() -> location[0] = idempotency
                .once(
                        operation,
                        "payment page",
                        () -> new Idempotency.Answer(
                                201,
                                String.valueOf(payments.record(entry.command()).id()),
                                null,
                                null))
                .location());
        if (refusal.isPresent()) {
            reviewing = false;
            explain(refusal.get());
            return null;
        }
        Messages.addFlashGlobalInfo(
                Functions.text1("receivable.payment.recorded", Functions.money(entry.getTotal(), entry.getCurrency())));
        return "/receivable/payment-detail.xhtml?faces-redirect=true&id=" + location[0];
    }

    /** The loser of a race sees what is open now and keeps what was typed. */
    private void explain(BusinessException refusal) {
        var fresh = open().collect(Collectors.toMap(InvoiceView::id, Function.identity()));
        boolean changed = false;
        for (var invoice : entry.getInvoices()) {
            changed |= invoice.refresh(fresh.get(invoice.id()));
        }
        outstanding = null;
        var locale = Faces.getLocale();
        var others =
                entry.place(refusal, violation -> texts.violation(violation.code(), violation.arguments(), locale));
        if (changed) {
            Messages.addGlobalWarn(Functions.text("receivable.payment.balanceChanged"));
        } else if (others.size() < refusal.violations().size()) {
            Messages.addGlobalError(Functions.text("receivable.payment.checkAmounts"));
        }
        if (entry.getChosen() == 0) {
            others.removeIf(violation -> "allocations".equals(violation.field()));
            Messages.addGlobalError(Functions.text("receivable.payment.chooseInvoice"));
        }
        if (refusal.violations().isEmpty()) {
            refusals.show(refusal);
        } else if (!others.isEmpty()) {
            refusals.show(new BusinessException(Kind.INVALID, refusal.code(), others));
        }
    }

    public List<PaymentMethod> getMethods() {
        return List.of(PaymentMethod.values());
    }

    /** The label of the reference says what is meant with this method. */
    public String getReferenceLabel() {
        return Functions.text("receivable.reference." + (entry.getMethod() == null ? "OTHER" : entry.getMethod()));
    }

    public OutstandingView getOutstanding() {
        if (outstanding == null) {
            outstanding = outstandings.ofTier(tierId);
        }
        return outstanding;
    }

    /** What head office would be told; computed again when the session has moved to another server. */
    public PaymentPreview getPreview() {
        if (preview == null) {
            preview = payments.preview(entry.command());
        }
        return preview;
    }

    public boolean isChosen() {
        return entry != null;
    }

    public boolean isReviewing() {
        return reviewing;
    }

    public PaymentEntry getEntry() {
        return entry;
    }

    public long getTierId() {
        return tierId;
    }

    public String getTierName() {
        return tierName;
    }

    public String getTierCode() {
        return tierCode;
    }

    public String getTierText() {
        return tierText;
    }

    public void setTierText(String tierText) {
        this.tierText = tierText;
    }
}
