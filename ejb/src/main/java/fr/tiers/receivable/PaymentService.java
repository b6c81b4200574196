package fr.tiers.receivable;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.mail.OutgoingMail;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Records payments. Payment, allocations, what is left open and the mail to head office are one transaction: all of it or nothing.
 */
@Stateless
@PermitAll
public class PaymentService {

    private final PaymentStore store;
    private final PaymentQuery query;
    private final HeadOfficeMail mail;
    private final TierAccess tiers;
    private final Callers callers;
    private final History history;
    private final Authors authors;
    private final Clock clock;

    @Resource
    private SessionContext context;

    protected PaymentService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public PaymentService(
            PaymentStore store,
            PaymentQuery query,
            HeadOfficeMail mail,
            TierAccess tiers,
            Callers callers,
            History history,
            Authors authors,
            Clock clock) {
        this.store = store;
        this.query = query;
        this.mail = mail;
        this.tiers = tiers;
        this.callers = callers;
        this.history = history;
        this.authors = authors;
        this.clock = clock;
    }

    /**
     * Records a payment of one or several invoices of one tier and one company, in full or in part.
     *
     * @throws BusinessException INVALID for the input itself; NOT_FOUND for a tier that is not the caller's to see; REFUSED {@code
     *     payment-exceeds-open} (also for the loser of a race), {@code payment-credit-note}, {@code payment-currency}, {@code
     *     payment-several-companies}, {@code payment-cash-ceiling}, {@code payment-no-head-office}
     */
    public PaymentView record(PaymentCommand command) {
        return query.read(write(command).payment().id());
    }

    /**
     * What {@link #record} would do with this: all its checks and the mail to head office, of which nothing is kept.
     *
     * @throws BusinessException as {@link #record}
     */
    public PaymentPreview preview(PaymentCommand command) {
        var written = write(command);
        context.setRollbackOnly();
        return new PaymentPreview(
                written.payment(), written.mail().recipients(), written.mail().subject(), written.balance());
    }

    private record Written(PaymentView payment, OutgoingMail mail, BigDecimal balance) {}

    private Written write(PaymentCommand command) {
        PaymentInput.check(command, LocalDate.now(clock));
        tiers.require(command.tier(), Action.SEE_OUTSTANDING);
        tiers.requireEditable(command.tier());
        var invoices = store.lock(command.tier(), command.allocations());
        var byLine = Allocations.plan(command.allocations(), invoices);
        var amount = byLine.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        checkSum(command, amount);
        var currency = currency(command, invoices);
        var company = company(invoices);
        if (PaymentMethod.CASH.name().equals(command.method())) {
            checkCash(command.tier(), amount, invoices);
        }
        var id = store.write(
                new PaymentStore.NewPayment(
                        command.tier(),
                        company,
                        amount,
                        currency,
                        command,
                        callers.current().login(),
                        clock.instant()),
                byLine);
        history.created(authors.current(), "payment", id, command.tier());
        var payment = query.read(id);
        var balance = store.balance(command.tier(), currency);
        return new Written(
                payment, mail.announce(payment, company, callers.current().displayName(), balance), balance);
    }

    private static void checkSum(PaymentCommand command, BigDecimal sum) {
        if (sum.signum() <= 0) {
            throw BusinessException.invalid("amount", "positive");
        }
        if (command.amount() != null && command.amount().compareTo(sum) != 0) {
            throw BusinessException.invalid("amount", "not-sum", sum);
        }
    }

    private static String currency(PaymentCommand command, List<OpenInvoice> invoices) {
        var wanted = command.currency() == null ? invoices.get(0).currency() : command.currency();
        for (var invoice : invoices) {
            if (!invoice.currency().equals(wanted)) {
                throw new BusinessException(
                        Kind.REFUSED, "payment-currency", wanted, invoice.number(), invoice.currency());
            }
        }
        return wanted;
    }

    /** One payment goes to one bank account: that of the company that issued the invoices. */
    private static Long company(List<OpenInvoice> invoices) {
        var companies = invoices.stream()
                .map(OpenInvoice::companyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (companies.size() > 1) {
            throw new BusinessException(Kind.REFUSED, "payment-several-companies");
        }
        return companies.isEmpty() ? null : companies.get(0);
    }

    private void checkCash(long tierId, BigDecimal amount, List<OpenInvoice> invoices) {
        var payer = store.payer(tierId);
        var before = store.cashOn(invoices.stream().map(OpenInvoice::id).toList());
        CashRule.check(payer.company(), payer.country(), amount, before);
    }
}
