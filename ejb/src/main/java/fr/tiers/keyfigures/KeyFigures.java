package fr.tiers.keyfigures;

import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** Key figures as users see and type them. */
@Stateless
@PermitAll
public class KeyFigures {

    @Inject
    private KeyFigureTable table;

    @Inject
    private FigureHistory history;

    @Inject
    private TierAccess access;

    @Inject
    private Clock clock;

    /**
     * @return newest first
     * @throws BusinessException NOT_FOUND for a tier the caller may not see
     */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, TECHNICIAN, MARKETING, READER})
    public List<KeyFigure> ofTier(long tierId) {
        access.requireVisible(tierId);
        return table.ofTier(tierId);
    }

    /** @throws BusinessException NOT_FOUND for a tier the caller may not see, or when nothing is on file for that closing date */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, TECHNICIAN, MARKETING, READER})
    public KeyFigure ofTier(long tierId, LocalDate closingDate) {
        access.requireVisible(tierId);
        var figure = onFile(tierId, closingDate);
        if (figure == null) {
            throw BusinessException.notFound("key-figure", closingDate);
        }
        return figure;
    }

    /**
     * Replaces whatever is on file for that closing date; from then on no provider touches that year.
     *
     * @return the figure as kept
     * @throws BusinessException INVALID with the fields; NOT_FOUND for a tier the caller may not see
     */
    public KeyFigure enterManually(long tierId, ManualFigure typed) {
        access.requireEditable(tierId);
        typed.validate(LocalDate.now(clock));
        table.lockTier(tierId);
        var figure = figure(typed.completed());
        var before = onFile(tierId, figure.closingDate());
        table.write(tierId, figure);
        history.changed(tierId, before, figure);
        return figure;
    }

    /**
     * Takes a typed figure back; the next run asks the provider again.
     *
     * @throws BusinessException NOT_FOUND when there is no typed figure for that closing date
     */
    public void deleteManual(long tierId, LocalDate closingDate) {
        access.requireEditable(tierId);
        table.lockTier(tierId);
        var before = onFile(tierId, closingDate);
        if (before == null || before.source() != FigureSource.MANUAL) {
            throw BusinessException.notFound("key-figure", closingDate);
        }
        table.delete(tierId, closingDate);
        table.forgetCheck(tierId);
        history.changed(tierId, before, null);
    }

    private KeyFigure onFile(long tierId, LocalDate closingDate) {
        return table.ofTier(tierId).stream()
                .filter(figure -> figure.closingDate().equals(closingDate))
                .findFirst()
                .orElse(null);
    }

    private KeyFigure figure(ManualFigure typed) {
        return new KeyFigure(
                typed.year(),
                typed.closingDate(),
                typed.duration(),
                typed.turnover(),
                typed.result(),
                typed.headcount(),
                false,
                FigureSource.MANUAL,
                clock.instant());
    }
}
