package fr.tiers.receivable;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/**
 * Takes over invoices from the ERP. The same call may come again, and calls about different invoices in any order; each leaves the invoice as
 * sent or, when refused, as it was.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, ACCOUNTING})
public class ErpInvoiceService {

    private final InvoiceStore store;
    private final InvoiceQuery query;
    private final History history;
    private final Authors authors;
    private final Clock clock;

    protected ErpInvoiceService() {
        this(null, null, null, null, null);
    }

    @Inject
    public ErpInvoiceService(InvoiceStore store, InvoiceQuery query, History history, Authors authors, Clock clock) {
        this.store = store;
        this.query = query;
        this.history = history;
        this.authors = authors;
        this.clock = clock;
    }

    /**
     * Creates the invoice or brings it to what the ERP says now. Lines are told apart by their number; a line that is no longer sent is
     * removed.
     *
     * @throws BusinessException INVALID for the input, also for an unknown {@code tierCode} or {@code company}; CONFLICT {@code
     *     invoice-line-paid} for a line removed or lowered below what is paid, {@code invoice-paid} for another tier, type or currency of
     *     an invoice with payments or a total below what is paid
     */
    public ErpInvoiceResult upsert(String externalId, ErpInvoice invoice) {
        ErpInvoiceInput.check(externalId, invoice);
        var head = head(invoice);
        var created = store.insert(externalId, head, clock.instant());
        if (created.isPresent()) {
            var id = created.get();
            store.apply(id, LineChanges.between(List.of(), invoice.lines()));
            history.created(authors.current(), "invoice", id, head.tierId());
            return new ErpInvoiceResult(Upsert.CREATED, query.read(id));
        }
        var stored = store.lock(externalId);
        var outcome = update(stored, keepCompany(stored, invoice, head), invoice);
        return new ErpInvoiceResult(outcome, query.read(stored.id()));
    }

    private Upsert update(InvoiceStore.Stored stored, InvoiceStore.Head head, ErpInvoice invoice) {
        var changes = LineChanges.between(stored.lines(), invoice.lines());
        if (changes.isEmpty() && head.sameAs(stored.head())) {
            return Upsert.UNCHANGED;
        }
        checkPaid(stored, head);
        store.apply(stored.id(), changes);
        store.update(stored.id(), head, clock.instant());
        history.updated(
                authors.current(),
                "invoice",
                stored.id(),
                head.tierId(),
                stored.head().asMap(),
                head.asMap());
        return Upsert.UPDATED;
    }

    private InvoiceStore.Head head(ErpInvoice invoice) {
        var tier = store.tier(invoice.tierCode())
                .orElseThrow(() -> BusinessException.invalid("tierCode", "unknown-reference", invoice.tierCode()));
        var company = invoice.company() == null
                ? store.defaultCompany(tier)
                : store.company(invoice.company())
                        .orElseThrow(
                                () -> BusinessException.invalid("company", "unknown-reference", invoice.company()));
        return new InvoiceStore.Head(
                tier,
                company,
                invoice.number(),
                invoice.type(),
                invoice.date(),
                invoice.dueDate(),
                invoice.currencyOrDefault(),
                invoice.total());
    }

    /** A company once found stays when the ERP names none, even if the tier has another first company by now. */
    private static InvoiceStore.Head keepCompany(
            InvoiceStore.Stored stored, ErpInvoice invoice, InvoiceStore.Head head) {
        return invoice.company() != null || stored.head().companyId() == null
                ? head
                : new InvoiceStore.Head(
                        head.tierId(),
                        stored.head().companyId(),
                        head.number(),
                        head.type(),
                        head.date(),
                        head.dueDate(),
                        head.currency(),
                        head.total());
    }

    private static void checkPaid(InvoiceStore.Stored stored, InvoiceStore.Head head) {
        if (!stored.isPaidOn()) {
            return;
        }
        var before = stored.head();
        if (before.tierId() != head.tierId()) {
            throw paid(stored, "tierCode");
        }
        if (!before.type().equals(head.type())) {
            throw paid(stored, "type");
        }
        if (!before.currency().equals(head.currency())) {
            throw paid(stored, "currency");
        }
        if (head.total().compareTo(stored.paid()) < 0) {
            throw paid(stored, "lines");
        }
    }

    private static BusinessException paid(InvoiceStore.Stored stored, String field) {
        return new BusinessException(
                Kind.CONFLICT, "invoice-paid", stored.head().number(), field, stored.paid());
    }
}
