package fr.tiers.receivable.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.receivable.PaymentCommand;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** All that is typed on the payment page. */
public class PaymentEntry implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern ALLOCATION = Pattern.compile("allocations\\[(\\d{1,6})].*");

    private final long tier;
    private final List<InvoiceEntry> invoices;
    private String method;
    private LocalDate date;
    private String reference;

    PaymentEntry(long tier, List<InvoiceEntry> invoices, LocalDate date) {
        this.tier = tier;
        this.invoices = new ArrayList<>(invoices);
        this.date = date;
    }

    /** One allocation and where a refusal of it is shown. */
    private record Part(PaymentCommand.Allocation allocation, Consumer<String> problem) {}

    PaymentCommand command() {
        return new PaymentCommand(
                tier,
                method,
                date,
                reference,
                null,
                null,
                parts().stream().map(Part::allocation).toList());
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var invoice : invoices) {
            if (invoice.isByLine()) {
                invoice.getLines().stream()
                        .filter(line -> line.getAmount() != null)
                        .forEach(line -> parts.add(new Part(
                                PaymentCommand.Allocation.toLine(line.id(), line.getAmount()), line::setProblem)));
            } else if (invoice.getAmount() != null) {
                parts.add(new Part(
                        PaymentCommand.Allocation.toInvoice(invoice.id(), invoice.getAmount()), invoice::setProblem));
            }
        }
        return parts;
    }

    /**
     * Notes what was refused about amounts beside them.
     *
     * @return what is left to be shown elsewhere
     */
    List<Violation> place(BusinessException refusal, Function<Violation, String> words) {
        invoices.forEach(InvoiceEntry::clearProblems);
        var parts = parts();
        var others = new ArrayList<Violation>();
        for (var violation : refusal.violations()) {
            var match = ALLOCATION.matcher(violation.field());
            int index = match.matches() ? Integer.parseInt(match.group(1)) : parts.size();
            if (index < parts.size()) {
                parts.get(index).problem().accept(words.apply(violation));
            } else {
                others.add(violation);
            }
        }
        return others;
    }

    public BigDecimal getTotal() {
        return invoices.stream().map(InvoiceEntry::getTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long getChosen() {
        return invoices.stream().filter(InvoiceEntry::isChosen).count();
    }

    public String getCurrency() {
        return invoices.stream()
                .filter(InvoiceEntry::isChosen)
                .findFirst()
                .or(() -> invoices.stream().findFirst())
                .map(InvoiceEntry::getCurrency)
                .orElse("EUR");
    }

    public List<InvoiceEntry> getInvoices() {
        return invoices;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
