package fr.tiers.bulk;

import fr.tiers.exchange.Difference;
import fr.tiers.exchange.RowProblem;
import java.util.List;

/**
 * What an action would do to a tier.
 *
 * @param problems why it would be refused; empty when it would go through
 */
public record Foreseen(List<Difference> changes, List<RowProblem> problems) {

    public static Foreseen change(List<Difference> changes) {
        return new Foreseen(changes, List.of());
    }

    public static Foreseen refused(RowProblem why) {
        return new Foreseen(List.of(), List.of(why));
    }
}
