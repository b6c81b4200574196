package fr.tiers.receivable.web;

import fr.tiers.receivable.InvoiceLineView;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/** A line of an open invoice and what is typed for it. */
public class LineEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final int number;
    private final String label;
    private BigDecimal open;
    private BigDecimal amount;
    private String problem;

    LineEntry(InvoiceLineView line) {
        id = line.id();
        number = line.lineNumber();
        label = line.label();
        open = line.openAmount();
    }

    long id() {
        return id;
    }

    /** Takes over what is open now; null when the line is gone. */
    boolean refresh(InvoiceLineView line) {
        var now = line == null ? BigDecimal.ZERO : line.openAmount();
        boolean changed = now.compareTo(open) != 0;
        open = now;
        return changed;
    }

    public int getNumber() {
        return number;
    }

    public String getLabel() {
        return label;
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
        return amount != null && amount.compareTo(open) == 0;
    }

    public void setWhole(boolean whole) {
        if (whole != isWhole()) {
            amount = whole ? open : null;
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
