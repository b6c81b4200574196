package fr.tiers.receivable;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Takes the ERP's answer to a payment. The same answer again changes nothing; another one is refused. */
@Stateless
@RolesAllowed({ADMINISTRATOR, ACCOUNTING})
public class PaymentAcknowledgement {

    private static final Set<String> ANSWERS = Set.of("INTEGRATED", "REJECTED");
    private static final int LONGEST_REASON = 500;

    private final Db db;
    private final PaymentQuery query;
    private final History history;
    private final Authors authors;

    protected PaymentAcknowledgement() {
        this(null, null, null, null);
    }

    @Inject
    public PaymentAcknowledgement(Db db, PaymentQuery query, History history, Authors authors) {
        this.db = db;
        this.query = query;
        this.history = history;
        this.authors = authors;
    }

    /**
     * @throws BusinessException INVALID; NOT_FOUND; CONFLICT {@code payment-acknowledged} when the ERP has already said otherwise or the
     *     payment was reversed
     */
    public PaymentView acknowledge(long id, AcknowledgementCommand command) {
        check(command);
        var payment = lock(id);
        var next = PaymentStatus.valueOf(command.status());
        if (payment.status() != next) {
            if (!payment.status().mayBecome(next)) {
                throw new BusinessException(
                        Kind.CONFLICT,
                        "payment-acknowledged",
                        id,
                        payment.status().name());
            }
            write(id, payment, next, command.reason());
        }
        return query.read(id);
    }

    private static void check(AcknowledgementCommand command) {
        var check = new InputCheck();
        if (check.required("status", command.status()) && !ANSWERS.contains(command.status())) {
            check.violation("status", "unknown-value", command.status());
        }
        if ("REJECTED".equals(command.status())) {
            check.required("reason", command.reason());
        }
        check.text("reason", command.reason(), LONGEST_REASON);
        check.throwIfAny();
    }

    /** Where the payment stands, under lock. */
    private record State(long tierId, PaymentStatus status) {}

    private State lock(long id) {
        return db.call(handle -> handle.createQuery("select tier_id, status from payment where id = :id for update")
                        .bind("id", id)
                        .map((row, context) ->
                                new State(row.getLong("tier_id"), PaymentStatus.valueOf(row.getString("status"))))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("payment", id));
    }

    private void write(long id, State before, PaymentStatus next, String reason) {
        db.run(handle -> handle.createUpdate(
                        "update payment set status = :status, status_reason = :reason, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("status", next.name())
                .bind("reason", reason)
                .execute());
        history.updated(
                authors.current(),
                "payment",
                id,
                before.tierId(),
                Map.of("status", before.status().name()),
                Map.of("status", next.name(), "reason", reason == null ? "" : reason));
    }
}
