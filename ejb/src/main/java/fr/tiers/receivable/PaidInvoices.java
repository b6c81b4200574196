package fr.tiers.receivable;

import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Recorded;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Tells which invoices a payment has settled. */
@ApplicationScoped
public class PaidInvoices {

    private final Db db;
    private final Event<Happening> happenings;

    protected PaidInvoices() {
        this(null, null);
    }

    @Inject
    public PaidInvoices(Db db, Event<Happening> happenings) {
        this.db = db;
        this.happenings = happenings;
    }

    private record Paid(long id, String number) {}

    void recorded(@Observes Recorded change) {
        if (!"payment".equals(change.entity()) || !"CREATE".equals(change.action())) {
            return;
        }
        List<Paid> settled = db.call(handle -> handle.createQuery(
                        """
                        select i.id, i.number from invoice i
                        where i.total_amount = i.paid_amount
                          and i.id in (select l.invoice_id from payment_allocation a join invoice_line l on l.id = a.invoice_line_id
                                       where a.payment_id = :payment)
                        order by i.id
                        """)
                .bind("payment", change.entityId())
                .map((row, context) -> new Paid(row.getLong("id"), row.getString("number")))
                .list());
        settled.forEach(invoice -> happenings.fire(new Happening(
                HappeningCode.INVOICE_PAID,
                change.tierId(),
                List.of(invoice.number()),
                invoice.id(),
                change.author())));
    }
}
