package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Converts what was selected: each tier in a transaction of its own, so that one refusal does not undo the others. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MassConversion {

    public static final int MAX = 200;

    @Inject
    Conversion conversion;

    @Inject
    TierReader reader;

    /** What became of one tier. */
    public enum Outcome {
        CONVERTED,
        ALREADY,
        NOT_A_PROSPECT,
        /** Not the caller's to change, or not there at all: the two look alike on purpose. */
        NO_RIGHT,
        REFUSED
    }

    /**
     * @param code the tier's code now; null when the caller may not see it
     * @param problem code of the refusal when it was refused for another reason, else null
     */
    public record Result(long id, String code, String name, Outcome outcome, String problem) implements Serializable {}

    /** @throws BusinessException INVALID for no id, more than {@value #MAX}, or an unknown target */
    public List<Result> convert(List<Long> ids, String to) {
        if (ids == null || ids.isEmpty() || ids.stream().anyMatch(Objects::isNull)) {
            throw BusinessException.invalid("ids", "required");
        }
        if (ids.size() > MAX) {
            throw BusinessException.invalid("ids", "too-many", MAX);
        }
        if (!List.of(OneWay.PROSPECT, OneWay.CUSTOMER).contains(String.valueOf(to))) {
            throw BusinessException.invalid("to", "unknown-value", String.valueOf(to));
        }
        return ids.stream().distinct().map(id -> one(id, to)).toList();
    }

    private Result one(long id, String to) {
        try {
            var done = conversion.convert(id, null, to);
            return result(id, done.tier(), done.changed() ? Outcome.CONVERTED : Outcome.ALREADY, null);
        } catch (EJBAccessException e) {
            return result(id, visible(id), Outcome.NO_RIGHT, null);
        } catch (BusinessException e) {
            var outcome =
                    switch (e.code()) {
                        case "not-found", "forbidden" -> Outcome.NO_RIGHT;
                        case "tier-not-a-prospect" -> Outcome.NOT_A_PROSPECT;
                        default -> e.kind() == Kind.FORBIDDEN ? Outcome.NO_RIGHT : Outcome.REFUSED;
                    };
            return result(id, visible(id), outcome, outcome == Outcome.REFUSED ? e.code() : null);
        }
    }

    private TierView visible(long id) {
        return reader.find(id).orElse(null);
    }

    private static Result result(long id, TierView tier, Outcome outcome, String problem) {
        return new Result(id, tier == null ? null : tier.code(), tier == null ? null : tier.name(), outcome, problem);
    }
}
