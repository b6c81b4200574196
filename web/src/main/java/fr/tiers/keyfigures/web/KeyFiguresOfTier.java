package fr.tiers.keyfigures.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.keyfigures.KeyFigure;
import fr.tiers.keyfigures.KeyFigures;
import fr.tiers.keyfigures.ManualFigure;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The figures of a tier, and the form to enter a year by hand. */
@Named("keyFiguresOfTier")
@ViewScoped
public class KeyFiguresOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final KeyFigures figures;
    private final TierRecordView record;
    private final Refusals refusals;
    private transient List<KeyFigure> rows;
    private ManualFigure removed;
    private Integer year;
    private LocalDate closingDate;
    private Integer duration;
    private BigDecimal turnover;
    private BigDecimal result;
    private Integer headcount;

    protected KeyFiguresOfTier() {
        this(null, null, null);
    }

    @Inject
    public KeyFiguresOfTier(KeyFigures figures, TierRecordView record, Refusals refusals) {
        this.figures = figures;
        this.record = record;
        this.refusals = refusals;
    }

    /** {@code ?closing=} names the year to correct. */
    @PostConstruct
    void prefill() {
        var closing = Faces.getRequestParameter("closing");
        if (closing != null) {
            getRows().stream()
                    .filter(figure -> figure.closingDate().toString().equals(closing))
                    .forEach(this::fill);
        }
    }

    private void fill(KeyFigure figure) {
        year = figure.year();
        closingDate = figure.closingDate();
        duration = figure.duration();
        turnover = figure.turnover();
        result = figure.result();
        headcount = figure.headcount();
    }

    public List<KeyFigure> getRows() {
        if (rows == null) {
            rows = figures.ofTier(record.getId());
        }
        return rows;
    }

    public String getAmountsChart() {
        return new FigureCharts(getRows()).amounts();
    }

    public String getHeadcountChart() {
        return new FigureCharts(getRows()).headcount();
    }

    /** Keeps what was typed; from then on no provider touches that year. */
    public String enter() {
        var typed = new ManualFigure(year, closingDate, duration, turnover, result, headcount);
        if (!refusals.guard(() -> figures.enterManually(record.getId(), typed))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("keyfigures.entered", String.valueOf(year)));
        return record.openTabUrl("keyfigures");
    }

    /** Takes a typed year back; {@link #restore} undoes it. */
    public void remove(KeyFigure figure) {
        if (refusals.guard(() -> figures.deleteManual(record.getId(), figure.closingDate()))) {
            removed = new ManualFigure(
                    figure.year(),
                    figure.closingDate(),
                    figure.duration(),
                    figure.turnover(),
                    figure.result(),
                    figure.headcount());
        }
        rows = null;
    }

    public void restore() {
        if (refusals.guard(() -> figures.enterManually(record.getId(), removed))) {
            removed = null;
        }
        rows = null;
    }

    /** The year just taken back; null when there is none. */
    public Integer getRemovedYear() {
        return removed == null ? null : removed.year();
    }

    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }

    public LocalDate getClosingDate() {
        return closingDate;
    }

    public void setClosingDate(LocalDate closingDate) {
        this.closingDate = closingDate;
    }

    public Integer getDuration() {
        return duration;
    }

    public void setDuration(Integer duration) {
        this.duration = duration;
    }

    public BigDecimal getTurnover() {
        return turnover;
    }

    public void setTurnover(BigDecimal turnover) {
        this.turnover = turnover;
    }

    public BigDecimal getResult() {
        return result;
    }

    public void setResult(BigDecimal result) {
        this.result = result;
    }

    public Integer getHeadcount() {
        return headcount;
    }

    public void setHeadcount(Integer headcount) {
        this.headcount = headcount;
    }
}
