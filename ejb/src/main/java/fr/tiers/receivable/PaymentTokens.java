package fr.tiers.receivable;

import fr.tiers.mail.MailFormat;
import fr.tiers.mail.TemplateVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What templates about a recorded payment may say. */
@ApplicationScoped
public class PaymentTokens implements TemplateVocabulary {

    static final String PURPOSE = "PAYMENT_RECORDED";

    private static final Set<String> TOKENS = Set.of(
            "company.code",
            "company.name",
            "tier.code",
            "tier.name",
            "tier.balance",
            "payment.id",
            "payment.amount",
            "payment.method",
            "payment.date",
            "payment.reference",
            "payment.collector",
            "payment.allocations");

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Set<String> tokens() {
        return TOKENS;
    }

    static Map<String, String> values(PaymentView payment, PayeeCompany company, String collector, BigDecimal balance) {
        var format = MailFormat.of(company.language());
        var values = new HashMap<String, String>();
        values.put("company.code", company.code());
        values.put("company.name", company.name());
        values.put("tier.code", payment.tierCode());
        values.put("tier.name", payment.tierName());
        values.put("tier.balance", format.amount(balance, payment.currency()));
        values.put("payment.id", String.valueOf(payment.id()));
        values.put("payment.amount", format.amount(payment.amount(), payment.currency()));
        values.put("payment.method", PaymentMethod.valueOf(payment.method()).label(company.language()));
        values.put("payment.date", format.date(payment.date()));
        values.put("payment.reference", payment.reference() == null ? "—" : payment.reference());
        values.put("payment.collector", collector);
        values.put("payment.allocations", allocations(payment, company.language(), format));
        return values;
    }

    private static String allocations(PaymentView payment, String language, MailFormat format) {
        var english = "en".equals(language);
        return payment.allocations().stream()
                .map(allocation -> (english
                                ? "- Invoice %s, line %d (%s): %s, line still open %s, invoice still open %s"
                                : "- Facture %s, ligne %d (%s) : %s, reste sur la ligne %s, reste sur la facture %s")
                        .formatted(
                                allocation.invoiceNumber(),
                                allocation.lineNumber(),
                                allocation.label(),
                                format.amount(allocation.amount(), payment.currency()),
                                format.amount(allocation.openAmount(), payment.currency()),
                                format.amount(allocation.invoiceOpenAmount(), payment.currency())))
                .collect(Collectors.joining("\n"));
    }
}
