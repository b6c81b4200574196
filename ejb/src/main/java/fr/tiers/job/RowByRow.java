package fr.tiers.job;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.ConstraintNames;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Rows of a plan written together, as that is quick; when one of them is refused, each half for itself, down to the row that it was. */
public final class RowByRow {

    /** Serialisation failure, deadlock, lock not available. */
    private static final Set<String> MET_SOMEBODY = Set.of("40001", "40P01", "55P03");

    private final String race;

    /** @param race code of the refusal of a row that somebody else was changing at the same moment */
    public RowByRow(String race) {
        this.race = race;
    }

    /**
     * @param effect does something with rows in a transaction of its own, all or none
     * @param refusal keeps why a row was refused
     * @return how many were refused
     * @throws BusinessException FORBIDDEN {@code unknown-caller} when the user who started it is no longer one
     */
    public long each(
            List<Integer> numbers, Consumer<List<Integer>> effect, BiConsumer<Integer, BusinessException> refusal) {
        if (numbers.isEmpty()) {
            return 0;
        }
        var why = attempt(() -> effect.accept(numbers));
        if (why == null) {
            return 0;
        }
        if (numbers.size() == 1) {
            refusal.accept(numbers.get(0), why);
            return 1;
        }
        int half = numbers.size() / 2;
        return each(numbers.subList(0, half), effect, refusal)
                + each(numbers.subList(half, numbers.size()), effect, refusal);
    }

    /** @return the refusal of the row; null when it went through */
    private BusinessException attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (BusinessException e) {
            if ("unknown-caller".equals(e.code())) {
                throw e;
            }
            return e;
        } catch (RuntimeException e) {
            return refusal(e);
        }
    }

    /** A constraint speaks for the row; anything else is not the row's fault. */
    private BusinessException refusal(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var constraint = ConstraintNames.violated(cause);
            if (constraint.isPresent()) {
                return new BusinessException(Kind.CONFLICT, "constraint", constraint.get());
            }
            if (ConstraintNames.lostTheRace(cause)
                    || cause instanceof SQLException sql && MET_SOMEBODY.contains(String.valueOf(sql.getSQLState()))) {
                return new BusinessException(Kind.CONFLICT, race);
            }
        }
        throw thrown;
    }
}
