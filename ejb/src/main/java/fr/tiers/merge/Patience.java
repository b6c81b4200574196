package fr.tiers.merge;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Begins a merge again when it met somebody else at the same rows. To be wrapped around the whole transaction: the database has given
 * that one up.
 */
public final class Patience {

    private static final int TRIES = 12;

    /** serialisation failure, deadlock, lock not available */
    private static final Set<String> MET_SOMEBODY = Set.of("40001", "40P01", "55P03");

    private Patience() {}

    /** @throws BusinessException CONFLICT {@code merge-busy} when others do not let go of the rows for a long time */
    public static <T> T with(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!metSomebody(e)) {
                    throw e;
                }
                if (attempt == TRIES) {
                    throw new BusinessException(Kind.CONFLICT, "merge-busy");
                }
                pause(attempt);
            }
        }
    }

    private static boolean metSomebody(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && MET_SOMEBODY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Between two transactions, and not as long as the other one's, so that the two do not meet again at the same moment. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 40L + 40L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(Kind.CONFLICT, "merge-busy");
        }
    }
}
