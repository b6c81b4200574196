package fr.tiers.subscription.web;

import fr.tiers.subscription.Bells;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Wakes the browsers of this node whose notifications changed on whichever node: looks into the table of bells every second. The message
 * says only that something changed; the page then asks with its own rights. What is missed here is on the next page.
 */
@ApplicationScoped
public class BellPush {

    /** As {@code f:websocket} names it. */
    static final String CHANNEL = "bell";

    private static final Logger LOG = Logger.getLogger(BellPush.class);

    /** A change is seen when it is committed, which may be after the moment it carries, by a clock that is not ours. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final Map<String, Instant> rung = new HashMap<>();

    @Inject
    private Bells bells;

    @Inject
    private Clock clock;

    @Inject
    @Push(channel = CHANNEL)
    private PushContext push;

    @Inject
    @ConfigProperty(name = "tiers.bell.poll", defaultValue = "PT1S")
    private Duration poll;

    @Resource
    private ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> looking;

    /** Told once for each module of the application. */
    synchronized void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        if (looking != null) {
            return;
        }
        looking = executor.scheduleWithFixedDelay(this::look, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    private void look() {
        try {
            var since = clock.instant().minus(OVERLAP);
            rung.values().removeIf(at -> at.isBefore(since));
            for (var ring : bells.since(since)) {
                if (!ring.at().equals(rung.put(ring.login(), ring.at()))) {
                    push.send("changed", ring.login());
                }
            }
        } catch (RuntimeException e) {
            // the database may be away for a while: the next look finds what was missed
            LOG.warnf(e, "Bells could not be looked at");
        }
    }
}
