package fr.tiers.relation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.time.LocalDate;

/**
 * A relation to keep, as seen from one of its tiers.
 *
 * @param type code of a relation type
 * @param other id of the tier at the other end; not looked at in a change
 * @param side what this tier is in it; FIRST when left empty
 * @param from first day; null for "always has been"
 * @param to last day; null for "until further notice"
 */
public record RelationCommand(String type, Long other, Side side, LocalDate from, LocalDate to, String note) {

    private static final int MAX_NOTE = 2_000;

    public RelationCommand {
        type = Checks.trim(type);
        note = Checks.trim(note);
        side = side == null ? Side.FIRST : side;
    }

    /** @throws BusinessException INVALID with every violation */
    void check(long tierId) {
        new Checks()
                .required("type", type)
                .required("other", other)
                .holds(other == null || other != tierId, "other", "relation-to-itself")
                .holds(isUsual(from), "from", "out-of-range", 1800, 2200)
                .holds(isUsual(to), "to", "out-of-range", 1800, 2200)
                .period("to", from, to)
                .text("note", note, MAX_NOTE)
                .refuse();
    }

    private static boolean isUsual(LocalDate day) {
        return day == null || day.getYear() >= 1800 && day.getYear() <= 2200;
    }
}
