package fr.tiers.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been read about the caller since the request began, so that the many services behind one page do not all ask the database
 * the same. It ends with the request (with the call, where there is no request): a right that is taken away is gone with the next one.
 */
@RequestScoped
public class RequestMemory {

    private Caller caller;
    private final Map<Key, Standing> standings = new HashMap<>();

    /** Jobs ask in the name of the system while a user waits: what one may do says nothing about the other. */
    private record Key(long tierId, long userId) {}

    Optional<Caller> caller(String login) {
        return Optional.ofNullable(caller).filter(known -> known.login().equals(login));
    }

    void keep(Caller read) {
        caller = read;
        standings.clear();
    }

    Optional<Standing> standing(long tierId, long userId) {
        return Optional.ofNullable(standings.get(new Key(tierId, userId)));
    }

    /** A tier that does not exist for the caller may do so later in the request: that is not kept. */
    void keep(long tierId, long userId, Standing read) {
        if (!read.actions().isEmpty()) {
            standings.put(new Key(tierId, userId), read);
        }
    }

    /** Before a change and after it: what is possible with the tier may be another question. */
    void forget(long tierId) {
        standings.keySet().removeIf(key -> key.tierId() == tierId);
    }

    /** For services outside a container: every question goes to the database. */
    static RequestMemory none() {
        return new RequestMemory() {
            @Override
            void keep(long tierId, long userId, Standing read) {
                // nothing is kept
            }
        };
    }
}
