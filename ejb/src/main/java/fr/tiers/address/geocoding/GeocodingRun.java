package fr.tiers.address.geocoding;

import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.ProviderException;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The algorithm, free of timers: claim one address, ask outside any transaction, write what came out, until nothing is due. One run at a
 * time per node; nodes share the work through the claims. A geocoder that is down ends the run, so that a thousand addresses do not each
 * wait for the same time-out.
 */
@ApplicationScoped
public class GeocodingRun {

    private static final Logger LOG = Logger.getLogger(GeocodingRun.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));
    private static final int LAST_ATTEMPT = 15;

    private final GeocodingQueue queue;
    private final Geocoder geocoder;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean stopped;

    protected GeocodingRun() {
        this(null, null);
    }

    @Inject
    public GeocodingRun(GeocodingQueue queue, Geocoder geocoder) {
        this.queue = queue;
        this.geocoder = geocoder;
    }

    /** Looks for all that is due. A call while a run is under way makes that run look once more and returns at once. */
    public void work() {
        if (requests.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = requests.get();
            run();
        } while (!requests.compareAndSet(seen, 0));
    }

    /** Ends the run after the address that is under way. */
    public void stop() {
        stopped = true;
    }

    private void run() {
        try {
            var more = true;
            while (more && !stopped) {
                var claim = queue.claim(LEASE);
                more = claim.isPresent() && settle(claim.get());
            }
        } catch (RuntimeException e) {
            // The database is away, most likely; the next tick tries again.
            LOG.error("Addresses could not be geocoded", e);
        }
    }

    /** @return whether it makes sense to go on with the next address */
    private boolean settle(Claim claim) {
        try {
            queue.settle(claim, position(claim).orElse(null));
            return true;
        } catch (ProviderUnavailable e) {
            failed(claim, e);
            return false;
        } catch (ProviderRefused | MalformedAnswer e) {
            failed(claim, e);
            return true;
        }
    }

    private Optional<Position> position(Claim claim) throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        var remembered = queue.remembered(claim.query());
        if (remembered.isPresent()) {
            return remembered.get();
        }
        var found = geocoder.find(claim.query(), claim.town().isBlank() ? null : claim.town());
        queue.remember(claim.query(), found.orElse(null));
        return found;
    }

    private void failed(Claim claim, ProviderException e) {
        LOG.warnf("Geocoding %d failed at try %d: %s", claim.id(), claim.attempt(), e.getMessage());
        var delay = claim.attempt() >= LAST_ATTEMPT ? null : DELAYS.get(Math.min(claim.attempt(), DELAYS.size()) - 1);
        queue.failed(claim, String.valueOf(e.getMessage()), delay);
    }
}
