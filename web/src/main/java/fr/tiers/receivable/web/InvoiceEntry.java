package fr.tiers.receivable.web;

import fr.tiers.receivable.InvoiceLineView;
import fr.tiers.receivable.InvoiceView;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An open invoice on the payment page and what is typed for it: an amount for the whole, or amounts on its lines. */
public class InvoiceEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String number;
    private final LocalDate date;
    private final LocalDate dueDate;
    private final String currency;
    private final List<LineEntry> lines;
    private BigDecimal open;
    private BigDecimal amount;
    private String problem;

    InvoiceEntry(InvoiceView invoice) {
        id = invoice.id();
        number = invoice.number();
        date = invoice.date();
        dueDate = invoice.dueDate();
        currency = invoice.currency();
        open = invoice.openAmount();
        lines = invoice.lines().stream().map(LineEntry::new).collect(Collectors.toList());
    }

    long id() {
        return id;
    }

    /**
     * Takes over what is open now, and keeps what was typed.
     *
     * @param invoice null when nothing is open any more
     * @return whether anything changed
     */
    boolean refresh(InvoiceView invoice) {
        var now = invoice == null ? BigDecimal.ZERO : invoice.openAmount();
        boolean changed = now.compareTo(open) != 0;
        open = now;
        var byId = invoice == null
                ? java.util.Map.<Long, InvoiceLineView>of()
                : invoice.lines().stream().collect(Collectors.toMap(InvoiceLineView::id, Function.identity()));
        for (var line : lines) {
            changed |= line.refresh(byId.get(line.id()));
        }
        return changed;
    }

    void clearProblems() {
        problem = null;
        lines.forEach(line -> line.setProblem(null));
    }

    /** An amount for the whole invoice and amounts on lines exclude each other: the last one typed holds. */
    public void wholeTyped() {
        if (amount != null) {
            lines.forEach(line -> line.setAmount(null));
        }
    }

    public void lineTyped() {
        if (isByLine()) {
            amount = null;
        }
    }

    public boolean isByLine() {
        return lines.stream().anyMatch(line -> line.getAmount() != null);
    }

    /** What is to be paid on this invoice. */
    public BigDecimal getTotal() {
        return isByLine()
                ? lines.stream()
                        .map(LineEntry::getAmount)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }

    public boolean isChosen() {
        return amount != null || isByLine();
    }

    public boolean isOverdue() {
        return getDueDate().isBefore(LocalDate.now(fr.tiers.shell.web.Formats.ZONE));
    }

    public long getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public LocalDate getDate() {
        return date;
    }

    /** An invoice without a due date is due on its date. */
    public LocalDate getDueDate() {
        return dueDate == null ? date : dueDate;
    }

    public String getCurrency() {
        return currency;
    }

    public List<LineEntry> getLines() {
        return lines;
    }

    public BigDecimal getOpen() {
        return open;
    }

    public boolean isSettled() {
        return open.signum() == 0;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        var typed = amount == null || amount.signum() == 0 ? null : amount;
        if (!Objects.equals(typed, this.amount)) {
            problem = null;
        }
        this.amount = typed;
    }

    /** Whether all that is open is to be paid. */
    public boolean isWhole() {
        return getTotal().signum() != 0 && getTotal().compareTo(open) == 0;
    }

    public void setWhole(boolean whole) {
        if (whole != isWhole()) {
            amount = whole ? open : null;
            lines.forEach(line -> line.setAmount(null));
        }
    }

    /** Why the service refused the amount; null when it did not. */
    public String getProblem() {
        return problem;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }
}
