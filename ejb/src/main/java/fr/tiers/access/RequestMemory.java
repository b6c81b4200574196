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
    private final Set<Allowed> allowed = new HashSet<>();

    private record Allowed(long tierId, Action action) {}

    Optional<Caller> caller(String login) {
        return Optional.ofNullable(caller).filter(known -> known.login().equals(login));
    }

    void keep(Caller read) {
        caller = read;
        allowed.clear();
    }

    /** Whether the action was found to be possible with the tier before. */
    boolean isAllowed(long tierId, Action action) {
        return allowed.contains(new Allowed(tierId, action));
    }

    void allow(long tierId, Action action) {
        allowed.add(new Allowed(tierId, action));
    }

    /** Before a change: what is possible with the tier may be another question afterwards. */
    void forget(long tierId) {
        allowed.removeIf(known -> known.tierId() == tierId);
    }

    /** For services outside a container: every question goes to the database. */
    static RequestMemory none() {
        return new RequestMemory() {
            @Override
            void allow(long tierId, Action action) {
                // nothing is kept
            }
        };
    }
}
