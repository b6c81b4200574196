package fr.tiers.kernel;

import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Which database constraint an exception is about: the last line of defence speaks with a name, not with a stack trace. */
public final class ConstraintNames {

    private static final String INTEGRITY_CLASS = "23";

    private ConstraintNames() {}

    /** @return the constraint's name when this exception, not one of its causes, reports a violated constraint */
    public static Optional<String> violated(Throwable thrown) {
        if (thrown instanceof PSQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(INTEGRITY_CLASS)
                && sql.getServerErrorMessage() != null) {
            return Optional.ofNullable(sql.getServerErrorMessage().getConstraint());
        }
        return Optional.empty();
    }

    /** Whether the exception says that somebody else changed the same row first. */
    public static boolean lostTheRace(Throwable thrown) {
        return thrown instanceof OptimisticLockException;
    }
}
