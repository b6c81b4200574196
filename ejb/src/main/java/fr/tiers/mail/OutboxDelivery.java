package fr.tiers.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The sending algorithm, free of timers and of SMTP: claim one mail, send it outside any transaction, note the outcome, until nothing
 * is due. One run at a time per node; nodes share the work through the claims.
 *
 * <p>What it promises: a mail is never lost, and repeated at most once per crash between the server's acceptance and our note. A server
 * that cannot be reached ends the run, so that a thousand waiting mails do not each wait for the same timeout.
 */
@ApplicationScoped
public class OutboxDelivery {

    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);

    private final OutboxLedger ledger;
    private final MailTransport transport;
    private final Backoff backoff;
    private final Duration lease;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();
    // Touched by the one run at a time only.
    private final List<Acceptance> unnoted = new ArrayList<>();
    private volatile boolean stopped;

    /** What the server has accepted, with its remark. */
    private record Acceptance(ClaimedMail mail, String remark) {}

    protected OutboxDelivery() {
        this(null, null, "PT1S", Duration.ZERO);
    }

    @Inject
    public OutboxDelivery(
            OutboxLedger ledger,
            MailTransport transport,
            @ConfigProperty(name = "tiers.outbox.retry", defaultValue = "PT5S,PT30S,PT2M,PT10M,PT1H") String retry,
            @ConfigProperty(name = "tiers.outbox.lease", defaultValue = "PT30S") Duration lease) {
        this.ledger = ledger;
        this.transport = transport;
        this.backoff = Backoff.parse(retry);
        this.lease = lease;
    }

    /** Sends all that is due. A call while a run is under way makes that run look once more and returns at once. */
    public void deliver() {
        if (requests.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = requests.get();
            run();
        } while (!requests.compareAndSet(seen, 0));
    }

    /** Extends the leases of what this node is sending; called more often than a lease lasts. */
    public void renewLeases() {
        if (underway.isEmpty()) {
            return;
        }
        try {
            ledger.renew(Set.copyOf(underway), lease);
        } catch (RuntimeException e) {
            LOG.warn("The leases of the mails under way could not be renewed", e);
        }
    }

    /** Ends the run after the mail that is under way. */
    public void stop() {
        stopped = true;
    }

    private void run() {
        try {
            noteAccepted();
            var more = true;
            while (more && !stopped) {
                var mail = ledger.claim(lease);
                more = mail.isPresent() && deliver(mail.get());
            }
        } catch (RuntimeException e) {
            // The database is away, most likely; the next tick tries again.
            LOG.error("The outbox could not be worked off", e);
        }
    }

    /** @return whether it makes sense to go on with the next mail */
    private boolean deliver(ClaimedMail mail) {
        underway.add(mail.id());
        try {
            unnoted.add(new Acceptance(mail, transport.send(mail)));
            return noteAccepted();
        } catch (MailFailure failure) {
            LOG.warnf("Mail %d not accepted at try %d: %s", mail.id(), mail.attempt(), failure.getMessage());
            underway.remove(mail.id());
            note(mail, failure);
            return failure.kind() != MailFailure.Kind.UNREACHABLE;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Mail %d could not be sent", mail.id());
            underway.remove(mail.id());
            ledger.retry(mail, "Unexpected: " + e, backoff.after(mail.attempt(), MailFailure.Kind.TEMPORARY));
            return true;
        }
    }

    /**
     * What was accepted but not noted, because the database was away at that moment, is remembered and noted first of all: it is not sent
     * again, and its lease is kept, as long as this node lives.
     *
     * @return whether nothing is left to note
     */
    private boolean noteAccepted() {
        unnoted.removeIf(acceptance -> {
            try {
                ledger.accepted(acceptance.mail(), acceptance.remark());
                underway.remove(acceptance.mail().id());
                return true;
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "Mail %d was accepted, which could not be noted yet",
                        acceptance.mail().id());
                return false;
            }
        });
        return unnoted.isEmpty();
    }

    private void note(ClaimedMail mail, MailFailure failure) {
        if (failure.kind() == MailFailure.Kind.PERMANENT) {
            ledger.giveUp(mail, failure.getMessage());
        } else {
            ledger.retry(mail, failure.getMessage(), backoff.after(mail.attempt(), failure.kind()));
        }
    }
}
