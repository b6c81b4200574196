package fr.tiers.receivable;

import fr.tiers.access.TierAccess;
import fr.tiers.happening.Happening;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestCallers;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.mail.MailEnqueued;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The receivable services on a database of their own, with two companies and some tiers. */
final class ReceivableFixture {

    static final long PARIS = 1;
    static final long LONDON = 2;
    static final long ACME = 10;
    static final long OTHER = 11;

    final TestDatabase database = TestDatabase.fresh();
    final TestClock clock = new TestClock();
    final TestCallers callers = new TestCallers();
    final TestEvent<MailEnqueued> enqueued = new TestEvent<>();
    final TestEvent<Happening> happenings = new TestEvent<>();
    final TierAccess tiers = new TierAccess(database.db(), callers);
    final History history = new History(database.db(), clock);
    final InvoiceQuery invoices = new InvoiceQuery(database.db(), callers, tiers);
    final PaymentQuery paymentQuery = new PaymentQuery(database.db(), callers, tiers);
    private final Authors authors = new Authors(callers, new Source());
    private final ErpInvoiceService erp =
            new ErpInvoiceService(new InvoiceStore(database.db()), invoices, history, authors, clock);
    private final PaymentAcknowledgement acknowledgement =
            new PaymentAcknowledgement(database.db(), paymentQuery, history, authors);

    ReceivableFixture() {
        database.jdbi().useHandle(handle -> {
            company(handle, PARIS, "PAR", "fr", "siege@paris.example");
            company(handle, LONDON, "LON", "en", null);
            tier(handle, ACME, "T000001", "Acmé & fils");
            tier(handle, OTHER, "T000002", "Other");
            handle.execute("insert into tier_company (tier_id, company_id) values (?, ?)", OTHER, LONDON);
        });
    }

    private static void company(Handle handle, long id, String code, String language, String mail) {
        handle.execute(
                "insert into company (id, code, name, language, head_office_email) values (?, ?, ?, ?, ?)",
                id,
                code,
                "Company " + code,
                language,
                mail);
    }

    private static void tier(Handle handle, long id, String code, String name) {
        handle.execute(
                """
                insert into tier (id, code, kind, name, status, created_at, created_by, updated_at, updated_by)
                values (?, ?, 'COMPANY', ?, 'ACTIVE', now(), 'test', now(), 'test')
                """,
                id,
                code,
                name);
    }

    PaymentService payments(String headOffice) {
        var outbox = new Outbox(database.db(), clock, enqueued, "Tiers <crm@acme.example>");
        var mail = new HeadOfficeMail(
                database.db(), outbox, new MailTemplates(database.db()), Optional.ofNullable(headOffice));
        return new PaymentService(
                new PaymentStore(database.db()), paymentQuery, mail, tiers, callers, history, authors, clock);
    }

    ErpOutstandingService outstanding() {
        var limit = new LimitCrossing(database.db(), authors, happenings);
        return new ErpOutstandingService(database.db(), clock, limit);
    }

    ErpInvoiceResult send(String externalId, ErpInvoice invoice) {
        return database.inTransaction(() -> erp.upsert(externalId, invoice));
    }

    /** An invoice of Acme with lines numbered from 1. */
    InvoiceView invoice(String externalId, String... amounts) {
        return send(externalId, anInvoice(externalId, amounts)).invoice();
    }

    static ErpInvoice anInvoice(String number, String... amounts) {
        return invoiceOf("T000001", null, number, amounts);
    }

    static ErpInvoice invoiceOf(String tier, String company, String number, String... amounts) {
        var lines = IntStream.range(0, amounts.length)
                .mapToObj(i -> new ErpInvoice.Line(i + 1, "Line " + (i + 1), null, new BigDecimal(amounts[i])))
                .toList();
        return new ErpInvoice(
                tier, number, "INVOICE", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), "EUR", company, lines);
    }

    PaymentView pay(PaymentCommand.Allocation... allocations) {
        return pay(aPayment(allocations));
    }

    PaymentView pay(PaymentCommand command) {
        var service = payments(null);
        return database.inTransaction(() -> service.record(command));
    }

    static PaymentCommand aPayment(PaymentCommand.Allocation... allocations) {
        return new PaymentCommand(
                ACME, "CARD", LocalDate.of(2026, 11, 20), "CB 4711", null, null, List.of(allocations));
    }

    PaymentView acknowledge(long id, String status, String reason) {
        return database.inTransaction(
                () -> acknowledgement.acknowledge(id, new AcknowledgementCommand(status, reason)));
    }

    <T> T value(Class<T> type, String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
