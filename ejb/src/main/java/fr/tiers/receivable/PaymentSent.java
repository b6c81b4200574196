package fr.tiers.receivable;

import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailAccepted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Marks a payment as sent in the very transaction that notes that its mail was accepted. */
@ApplicationScoped
public class PaymentSent {

    private static final History.Author SYSTEM = new History.Author("system", "JOB");

    private final Db db;
    private final History history;

    protected PaymentSent() {
        this(null, null);
    }

    @Inject
    public PaymentSent(Db db, History history) {
        this.db = db;
        this.history = history;
    }

    /** Only a payment that nobody has answered yet changes: the ERP may have been faster than our note, and mails may be sent again. */
    void onAccepted(@Observes MailAccepted mail) {
        if (!mail.purpose().equals(PaymentTokens.PURPOSE)) {
            return;
        }
        var id = Long.parseLong(mail.reference());
        db.call(handle -> handle.createQuery(
                                "update payment set status = 'SENT', version = version + 1 where id = :id and status = 'ENTERED' returning tier_id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne())
                .ifPresent(tier -> history.updated(
                        SYSTEM, "payment", id, tier, Map.of("status", "ENTERED"), Map.of("status", "SENT")));
    }
}
