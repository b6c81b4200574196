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

    /** Many actions come down to the same condition. */
    private record Allowed(long tierId, String condition) {}

    Optional<Caller> caller(String login) {
        return Optional.ofNullable(caller).filter(known -> known.login().equals(login));
    }

    void keep(Caller read) {
        caller = read;
        allowed.clear();
    }

    /** Whether the tier was found to meet the condition before. */
    boolean isAllowed(long tierId, String condition) {
        return allowed.contains(new Allowed(tierId, condition));
    }

    void allow(long tierId, String condition) {
        allowed.add(new Allowed(tierId, condition));
    }

    /** Before a change: what is possible with the tier may be another question afterwards. */
    void forget(long tierId) {
        allowed.removeIf(known -> known.tierId() == tierId);
    }

    /** For services outside a container: every question goes to the database. */
    static RequestMemory none() {
        return new RequestMemory() {
            @Override
            void allow(long tierId, String condition) {
                // nothing is kept
            }
        };
    }
}
