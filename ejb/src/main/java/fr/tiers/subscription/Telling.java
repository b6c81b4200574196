package fr.tiers.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Tells until nothing is left, one batch after the other, each a transaction: a node that dies leaves nothing half told, and one that was
 * restarted goes on where it was. One run at a time per node.
 */
@ApplicationScoped
public class Telling {

    private static final Logger LOG = Logger.getLogger(Telling.class);

    private final Teller teller;
    private final Digests digests;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    protected Telling() {
        this(null, null);
    }

    @Inject
    public Telling(Teller teller, Digests digests) {
        this.teller = teller;
        this.digests = digests;
    }

    boolean isBusy() {
        return busy.get();
    }

    void tell() {
        if (busy.compareAndSet(false, true)) {
            try {
                run("notifications", teller::tellSome);
                run("digests", digests::sendNext);
            } finally {
                busy.set(false);
            }
        }
    }

    /** What fails is rolled back and tried again with the next tick: the other task must not wait for it. */
    private void run(String what, BooleanSupplier some) {
        try {
            boolean more = true;
            while (more && !stopped) {
                more = some.getAsBoolean();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be told, will be tried again", what);
        }
    }

    void stop() {
        stopped = true;
    }
}
