package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.mail.AttachedText;
import fr.tiers.mail.MailAddresses;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.mail.OutgoingMail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the head office of the company that was paid, once per payment, in the transaction that records it. */
@Dependent
class HeadOfficeMail {

    private final Db db;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final String fallback;

    @Inject
    HeadOfficeMail(
            Db db,
            Outbox outbox,
            MailTemplates templates,
            @ConfigProperty(name = "tiers.payment.head-office") Optional<String> fallback) {
        this.db = db;
        this.outbox = outbox;
        this.templates = templates;
        this.fallback = fallback.orElse("");
    }

    /**
     * @param companyId the company that issued the invoices, null when unknown
     * @param collector name of the person who took the money
     * @param balance what the tier still owes, in the payment's currency
     * @return the mail as it was left in the outbox
     * @throws BusinessException REFUSED {@code payment-no-head-office} when neither the company nor the settings name an address
     */
    OutgoingMail announce(PaymentView payment, Long companyId, String collector, BigDecimal balance) {
        var company = company(companyId);
        var recipients = recipients(company);
        var values = PaymentTokens.values(payment, company, collector, balance);
        var text = templates
                .find(companyId, PaymentTokens.PURPOSE, company.language())
                .render(values);
        var json = new AttachedText(
                "payment-" + payment.id() + ".json", "application/json", PaymentJson.write(payment, company, balance));
        var message = OutgoingMail.about(PaymentTokens.PURPOSE, String.valueOf(payment.id()))
                .tier(payment.tier())
                .company(companyId)
                .to(recipients)
                .says(text)
                .file(json.file())
                .mail();
        outbox.enqueue(message);
        return message;
    }

    private List<String> recipients(PayeeCompany company) {
        return List.of(company.headOffice(), fallback).stream()
                .map(HeadOfficeMail::addresses)
                .filter(addresses -> !addresses.isEmpty())
                .findFirst()
                .orElseThrow(() -> new BusinessException(Kind.REFUSED, "payment-no-head-office", company.name()));
    }

    private static List<String> addresses(String text) {
        return MailAddresses.parse(text).stream()
                .filter(MailAddresses::isAddress)
                .toList();
    }

    private PayeeCompany company(Long id) {
        if (id == null) {
            return PayeeCompany.UNKNOWN;
        }
        return db.call(handle -> handle.createQuery(
                        "select code, name, language, coalesce(head_office_email, '') as mail from company where id = :id")
                .bind("id", id)
                .map((row, context) -> new PayeeCompany(
                        row.getString("code"), row.getString("name"), row.getString("language"), row.getString("mail")))
                .one());
    }
}
