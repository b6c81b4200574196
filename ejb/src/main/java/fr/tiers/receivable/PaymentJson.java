package fr.tiers.receivable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file that goes with the mail, for a program at head office to read: the payment as REST shows it. */
final class PaymentJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private PaymentJson() {}

    static String write(PaymentView payment, PayeeCompany company, BigDecimal balance) {
        var root = new LinkedHashMap<String, Object>();
        root.put("id", payment.id());
        root.put("company", company.code());
        root.put("tier", payment.tier());
        root.put("tierCode", payment.tierCode());
        root.put("tierName", payment.tierName());
        root.put("amount", payment.amount());
        root.put("currency", payment.currency());
        root.put("method", payment.method());
        root.put("date", payment.date().toString());
        root.put("reference", payment.reference());
        root.put("collector", payment.collector());
        root.put("createdAt", payment.createdAt().toString());
        root.put(
                "allocations",
                payment.allocations().stream().map(PaymentJson::allocation).toList());
        root.put("balance", balance);
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> allocation(AllocationView allocation) {
        var line = new LinkedHashMap<String, Object>();
        line.put("invoice", allocation.invoice());
        line.put("invoiceNumber", allocation.invoiceNumber());
        line.put("invoiceLine", allocation.invoiceLine());
        line.put("lineNumber", allocation.lineNumber());
        line.put("label", allocation.label());
        line.put("amount", allocation.amount());
        line.put("openAmount", allocation.openAmount());
        line.put("invoiceOpenAmount", allocation.invoiceOpenAmount());
        return line;
    }
}
