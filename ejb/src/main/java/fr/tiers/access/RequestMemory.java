package fr.tiers.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What has been read about the caller since the request began, so that the many services behind one page do not all ask the database
 * the same. It ends with the request (with the call, where there is no request): a right that is taken away is gone with the next one.
 */
@RequestScoped
public class RequestMemory {

    private Caller caller;
    private final Set<Long> seen = new HashSet<>();

    Optional<Caller> caller(String login) {
        return Optional.ofNullable(caller).filter(known -> known.login().equals(login));
    }

    void keep(Caller read) {
        caller = read;
        seen.clear();
    }

    /** Whether the tier was found to be visible before. */
    boolean hasSeen(long tierId) {
        return seen.contains(tierId);
    }

    void see(long tierId) {
        seen.add(tierId);
    }

    /** Before a change: whether the tier is visible may be another question afterwards. */
    void forget(long tierId) {
        seen.remove(tierId);
    }

    /** For services outside a container: every question goes to the database. */
    static RequestMemory none() {
        return new RequestMemory() {
            @Override
            void see(long tierId) {
                // nothing is kept
            }
        };
    }
}
